// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Recognizes personal data by its shape, and by its check digits where it has some. Names that machines
 * give (ARNs, ids, hashes, versions, dates) must not be taken for personal data.
 */

interface Kind {
  /** As the end of a sentence: "holds an e-mail address". */
  readonly name: string;
  readonly shape: RegExp;
  /** A further check of each text of that shape. */
  readonly holds?: (text: string) => boolean;
}

/** Not the number of a build, a job or the like: `build-415-555-2671` is not a telephone number. */
const counted =
  /(?<!\b(?:build|change|commit|issue|job|order|release|revision|run|snapshot|task|ticket|version)[ #:-]{1,2})/;

/** After the @ comes no domain: a package's version or tag, or the rest of a file name. */
const noDomain = new RegExp(
  [
    String.raw`@(?:v?\d+\.\d+\..*`,
    String.raw`(?:latest|next|canary|nightly|alpha|beta|rc|stable)\.(?:io|js)`,
    String.raw`.*\.(?:png|jpe?g|gif|svg|webp|js|json|tgz|gz|tar|ya?ml|html|css|lock|log|git|txt|xml|csv))$`,
  ].join("|"),
  "i",
);

const kinds: readonly Kind[] = [
  {
    name: "an e-mail address",
    // Not in the authority of a URL, where a user name stands before the host.
    shape: /(?<![\w.+-]|:\/\/[^\s/?#]*)[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,24}(?![\w-])/gi,
    // The user of a Git server is not a mailbox.
    holds: (text) => !/^git@/i.test(text) && !noDomain.test(text),
  },
  {
    name: "a telephone number",
    shape: /(?<![\w.+-])\+\d[\d ().-]{6,18}\d(?![\w-])/g,
    holds: (text) => isLong(text, 8, 15),
  },
  {
    name: "a telephone number",
    shape: uncounted(
      /(?<![\w.]|\d-)(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])[2-9]\d{2}[-.]\d{4}(?![\w.-])/,
    ),
  },
  {
    name: "a social security number",
    shape: uncounted(/(?<![\w.]|\d-)(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w.-])/),
  },
  {
    name: "a Chinese resident number",
    shape:
      /(?<!\w)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\w)/gi,
    holds: isResidentNumber,
  },
  {
    name: "a Brazilian taxpayer number",
    shape: /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w.-])/g,
    holds: isTaxpayerNumber,
  },
  {
    name: "an Italian tax code",
    shape: /(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)/gi,
  },
  {
    name: "a British national insurance number",
    shape: /(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/g,
  },
  {
    name: "a Spanish identity number",
    shape: /(?<![\w.-])(?:[XYZ]\d{7}|\d{8})-?[A-HJ-NP-TV-Z](?![\w-])/g,
    holds: isIdentityNumber,
  },
];

function uncounted(shape: RegExp): RegExp {
  return new RegExp(counted.source + shape.source, "gi");
}

/** The fewest digits of any kind except an address. Most texts have fewer and are skipped. */
const fewestDigits = 6;

/** The kind of personal data that a text holds, if any. */
export function personalDataIn(text: string): string | undefined {
  if (!text.includes("@") && text.replace(/\D/g, "").length < fewestDigits) {
    return undefined;
  }
  return kinds.find(({ shape, holds = () => true }) =>
    [...text.matchAll(shape)].some(([match]) => holds(match)),
  )?.name;
}

function isLong(text: string, least: number, most: number): boolean {
  const digits = text.replace(/\D/g, "").length;
  return digits >= least && digits <= most;
}

/** GB 11643: ISO 7064, MOD 11-2. */
function isResidentNumber(text: string): boolean {
  const sum = [...text].reduce(
    (total, digit, index) =>
      total + (digit.toUpperCase() === "X" ? 10 : Number(digit)) * (2 ** (17 - index) % 11),
    0,
  );
  return sum % 11 === 1;
}

function isTaxpayerNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, "")].map(Number);
  return (
    new Set(digits).size > 1 &&
    [9, 10].every((length) => checkDigit(digits.slice(0, length)) === digits[length])
  );
}

function checkDigit(digits: readonly number[]): number {
  const sum = digits.reduce(
    (total, digit, index) => total + digit * (digits.length + 1 - index),
    0,
  );
  return ((sum * 10) % 11) % 10;
}

function isIdentityNumber(text: string): boolean {
  const letters = "TRWAGMYFPDXBNJZSQVHLCKE";
  const number = Number(
    text.replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter))).replace(/\D/g, ""),
  );
  return letters[number % 23] === text.at(-1);
}
