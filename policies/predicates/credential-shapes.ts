// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Credentials that their issuers made recognizable by a prefix of their own.
 */

interface Shape {
  /** The end of a sentence: "holds …". */
  readonly is: string;
  readonly pattern: RegExp;
}

/** A shape that is a whole word of a text. */
const shape = (is: string, pattern: string): Shape => ({
  is,
  pattern: new RegExp(`(?<![A-Za-z0-9_-])(?:${pattern})(?![A-Za-z0-9_-])`),
});

const shapes: readonly Shape[] = [
  {
    is: "a private key",
    pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/,
  },
  shape("an AWS access key", "(?:AKIA|ASIA)[A-Z2-7]{16}"),
  shape("a GitHub token", "gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,}"),
  shape("a GitLab token", "gl(?:pat|dt|rt|cbt|ptt|ft|agent|oas)-[A-Za-z0-9_-]{20,}"),
  shape(
    "a Slack token",
    "xox[abeoprs]-(?:[A-Za-z0-9]+-)+[A-Za-z0-9]{10,}|xapp-\\d-[A-Z0-9]+-\\d+-[a-f0-9]{32,}",
  ),
  {
    is: "a Slack webhook",
    pattern: /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{20,}/,
  },
  shape("a Stripe key", "(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{20,}|whsec_[A-Za-z0-9+/=]{24,}"),
  shape("a Google API key", "AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{28}"),
  shape("an npm token", "npm_[A-Za-z0-9]{36}"),
  shape("a PyPI token", "pypi-[A-Za-z0-9_-]{50,}"),
  shape("a SendGrid key", "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{32,}"),
  shape("a Twilio key", "SK[0-9a-f]{32}"),
  shape("a Mailgun key", "key-[0-9a-f]{32}"),
  shape("a Telegram bot's token", "\\d{8,10}:AA[A-Za-z0-9_-]{33}"),
  shape("a key of an AI service", "sk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{32,}"),
  shape("a DigitalOcean token", "do[opr]_v1_[0-9a-f]{64}"),
  shape("a Pulumi access token", "pul-[0-9a-f]{40}"),
  shape("a Shopify token", "shp(?:at|ca|pa|ss)_[0-9a-f]{32}"),
  shape("a HashiCorp Vault token", "hv[sbr]\\.[A-Za-z0-9_-]{24,}"),
  shape("a Databricks token", "dapi[0-9a-f]{32}"),
  shape("a signed web token", "eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{16,}"),
  { is: "an Azure account key", pattern: /AccountKey=[A-Za-z0-9+/]{40,}={0,2}/ },
  {
    // A reference such as ${PASSWORD} or *** is not a password.
    is: "a URL with a password",
    pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:(?![$%{<*[]|x+@)[^\s/@'"]{3,}@[^\s/]/i,
  },
];

/** The length of the shortest shape, a URL with a password. Most settings are shorter and are skipped. */
const fewestCharacters = "a://:pwd@h".length;

/** The recognizable credential that a text holds, as the end of a sentence. */
export function recognizableIn(text: string): string | undefined {
  return text.length < fewestCharacters
    ? undefined
    : shapes.find(({ pattern }) => pattern.test(text))?.is;
}
