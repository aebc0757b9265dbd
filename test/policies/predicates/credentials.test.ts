// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { credentialIn, mayBeCredential } from "../../../policies/predicates/credentials";

const letters = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const alphanumeric = `${letters}${letters.toUpperCase()}${digits}`;

/** Random text, made anew in every run: what looks like a credential is never written down. */
function random(length: number, alphabet = alphanumeric): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

const hex = (length: number) => random(length, "0123456789abcdef");
const upper = (length: number) => random(length, `${letters.toUpperCase()}234567`);
const base64url = (length: number) => random(length, `${alphanumeric}_-`);
const part = (content: object) => Buffer.from(JSON.stringify(content)).toString("base64url");

/** Credentials as their issuers make them, under a name that tells nothing. */
const recognizable: Record<string, [string, () => string]> = {
  "an AWS access key": ["an AWS access key", () => `AKIA${upper(16)}`],
  "a GitHub token": ["a GitHub token", () => `ghp_${random(36)}`],
  "a fine-grained GitHub token": ["a GitHub token", () => `github_pat_${random(22)}_${random(59)}`],
  "a GitLab token": ["a GitLab token", () => `glpat-${base64url(20)}`],
  "a Slack token": [
    "a Slack token",
    () => `xoxb-${random(12, digits)}-${random(12, digits)}-${random(24)}`,
  ],
  "a Slack webhook": [
    "a Slack webhook",
    () => `https://hooks.slack.com/services/T${upper(8)}/B${upper(8)}/${random(24)}`,
  ],
  "a Stripe key": ["a Stripe key", () => `sk_live_${random(24)}`],
  "a Google API key": ["a Google API key", () => `AIza${base64url(35)}`],
  "an npm token": ["an npm token", () => `npm_${random(36)}`],
  "a PyPI token": ["a PyPI token", () => `pypi-AgEIcHlwaS5vcmc${base64url(60)}`],
  "a SendGrid key": ["a SendGrid key", () => `SG.${base64url(22)}.${base64url(43)}`],
  "a Twilio key": ["a Twilio key", () => `SK${hex(32)}`],
  "a Telegram bot": [
    "a Telegram bot's token",
    () => `${random(9, "123456789")}:AA${base64url(33)}`,
  ],
  "a private key": [
    "a private key",
    () => `-----BEGIN RSA PRIVATE KEY-----\n${random(64)}\n-----END RSA PRIVATE KEY-----`,
  ],
  "a web token": [
    "a signed web token",
    () => `${part({ alg: "HS256" })}.${part({ sub: random(8) })}.${base64url(43)}`,
  ],
  "an Azure connection string": [
    "an Azure account key",
    () => `AccountName=${random(8)};AccountKey=${randomBytes(64).toString("base64")};`,
  ],
  "a database's URL": [
    "a URL with a password",
    () => `postgres://app:${random(16)}@db.example.com:5432/app`,
  ],
  "the shortest URL with a password": ["a URL with a password", () => `r://:${random(3)}@h`],
  "a key of an AI service": ["a key of an AI service", () => `sk-proj-${base64url(48)}`],
  "a Pulumi token": ["a Pulumi access token", () => `pul-${hex(40)}`],
};

/** Random values that only their name gives away. */
const underTellingNames: Record<string, [string, () => string]> = {
  AWS_SECRET_ACCESS_KEY: ["a value as random as a key", () => randomBytes(30).toString("base64")],
  API_KEY: ["a value as random as a key", () => hex(32)],
  apiKey: ["a value as random as a key", () => random(32)],
  TWILIO_AUTH_TOKEN: ["a value as random as a key", () => hex(32)],
  SESSION_SECRET: ["a value as random as a key", () => randomBytes(32).toString("base64")],
  HEROKU_API_KEY: ["a value as random as a key", () => randomUUID()],
  JWT_SIGNING_KEY: ["a value as random as a key", () => base64url(43)],
  "client-secret": ["a value as random as a key", () => random(40)],
  DB_PASSWORD: ["a password", () => random(12)],
  DB_PASSWORD_PRIMARY: ["a password", () => "changeme"],
  PASSWORD_MYSQL: ["a value as random as a key", () => random(32)],
  AGORA_KEY: ["a value as random as a key", () => hex(32)],
  DB_PASS: ["a password", () => random(12)],
  masterPassword: ["a password", () => "changeme"],
  AGORA_APP_CERTIFICATE: ["an Agora App Certificate", () => hex(32)],
  appCertificate: ["an Agora App Certificate", () => hex(32).toUpperCase()],
  CERTIFICATE_PRIMARY: ["an Agora App Certificate", () => "0123456789abcdef0123456789abcdef"],
};

/** What programs really hand over, by name and value. */
const benign: [string, string][] = [
  [
    "APP_CERTIFICATE_SECRET_ARN",
    "arn:aws:secretsmanager:eu-central-1:111122223333:secret:agora-a1b2c3",
  ],
  ["DB_SECRET", "arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:db-Zx9kQ1"],
  ["SECRET_NAME", "classroom/agora/app-certificate-primary-2026"],
  ["DB_PASSWORD", "prod/db/password"],
  ["DB_PASSWORD_PARAMETER", "/classroom/prod/db/password"],
  ["DB_PASSWORD", "{{resolve:secretsmanager:db:SecretString:password}}"],
  ["DB_PASSWORD", "$" + "{DB_PASSWORD}"],
  ["PASSWORD_MIN_LENGTH", "12"],
  ["RESET_PASSWORD_TEMPLATE", "reset-v2"],
  ["PASSWORD_HASHER", "bcrypt"],
  ["PASSWORD_STRENGTH", "strong"],
  ["DB_PASSWORD_SECRET", "prod-db-1"],
  ["DB_PASSWORD_KEY", "password"],
  ["PASSWORD_GRANT", "password"],
  ["CERTIFICATE_FINGERPRINT", "0123456789abcdef0123456789abcdef"],
  ["APP_CERTIFICATE_ID", "0123456789abcdef0123456789abcdef"],
  ["DB_PASSWORD", "$DB/"],
  ["password", "%s\\n"],
  ["PASSWORD_AUTH_ENABLED", "true"],
  ["TOKEN_LIFETIME_SECONDS", "86400"],
  ["TOKEN_ENDPOINT", "https://auth.example.com/oauth2/token"],
  ["AUTH_URL", "https://login.example.com/authorize?client=classroom"],
  ["TOKEN_TABLE_NAME", "classroom-tokens-4f2c1d9"],
  ["TOKEN_TABLE", "ClassroomTokenTable2026Production"],
  ["SECRET_STORE", "secretsmanager"],
  ["AUTHORIZATION", "AWS_IAM"],
  ["AUTH_TYPE", "COGNITO_USER_POOLS"],
  ["API_KEY_SOURCE", "HEADER"],
  ["API_KEY_HEADER", "x-api-key"],
  ["ACCESS_TOKEN_SCOPE", "classroom:read"],
  ["SIGNING_KEY_ID", "1234abcd-12ab-34cd-56ef-1234567890ab"],
  ["KMS_KEY_ID", "1234abcd-12ab-34cd-56ef-1234567890ab"],
  ["AGORA_APP_ID", "970ca35de60c44645bbae8a215061b33"],
  [
    "CERTIFICATE_ARN",
    "arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
  ],
  [
    "TLS_CERTIFICATE",
    "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\n-----END CERTIFICATE-----",
  ],
  ["TOKEN_SERVICE", "ClassroomTokenService"],
  ["TOKEN_HANDLER", "components/token-service/runtime/handler.handler"],
  ["tokens", "classroom"],
  ["auth", "required"],
  ["REDIS_URL", "redis://cache.example.com:6379/0"],
  ["DATABASE_URL", "postgres://app:$" + "{DB_PASSWORD}@db.example.com/app"],
  ["REPOSITORY", "git@github.com:example/classroom.git"],
  ["COMMIT", "9e7577a0c3d2b1a4f5e6d7c8b9a0f1e2d3c4b5a6"],
  ["IMAGE", "111122223333.dkr.ecr.eu-central-1.amazonaws.com/api@sha256:0000aaaa"],
  ["SUBNET_IDS", "subnet-0123456789abcdef0,subnet-0fedcba9876543210"],
  ["POWERTOOLS_SERVICE_NAME", "tokenService"],
  ["NODE_OPTIONS", "--enable-source-maps --max-old-space-size=512"],
  ["GREETING", Buffer.from("Welcome to the classroom of today").toString("base64")],
  ["SECRET_GREETING", Buffer.from("Welcome to the classroom of today").toString("base64")],
  ["PUBLIC_KEY", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"],
  ["cost-center", "4711"],
  ["pass-through", "allowed"],
  ["password", "$(aws"],
  ["AUTH_DOMAIN", "dev-4k2x9q7w.us.auth0.com"],
  ["AUTH_HOSTS", "a1b2c3d4e5f6.auth.eu-central-1.amazoncognito.com"],
  ["token", ""],
];

const consonants = "bcdfghjklmnpqrstvwxz";
/** As long as a secret access key of AWS's, which may begin with a slash as a path does. */
const path = (pattern: string, length = 40) => `/${pattern.repeat(length)}`.slice(0, length);
const mixed = [...consonants]
  .map((letter, place) => `${letter}${letter.toUpperCase()}${place % 10}`)
  .join("");
const base64 = (...parts: readonly (string | number)[]) =>
  Buffer.concat(
    parts.map((one) => (typeof one === "string" ? Buffer.from(one) : Buffer.of(one))),
  ).toString("base64");
const sentence = "Welcome to the classroom of today.";

/** Values under the name of a secret that are on either side of what is as random as a key. */
const asRandomAsKeys: Record<string, string> = {
  "sixteen characters without a word": `${consonants.slice(0, 8)}${digits.slice(2)}`,
  "hexadecimal digits in order": `${digits}abcdef`,
  "a word between two numbers": "1classroomtoken2",
  "three numbers around one gap": "class1--room2token3",
  "a word that nobody can say beside one": "classroomtoken-xkcdqwrt-1",
  "four letters that nobody can say": "classroomtoken-xkcd-12",
  "base64 of more than text, at its beginning": base64(1, sentence),
  "base64 of more than text, at its end": base64(sentence, 1),
  "base64 behind a mark": `!${base64(sentence)}`,
  "base64 before a mark": `${base64(sentence)}!`,
  "a secret access key with a slash at its beginning": path(mixed),
};
const notAsRandom: Record<string, string> = {
  "fifteen characters": `${consonants.slice(0, 8)}${digits.slice(3)}`,
  "a UUID of zeros": "00000000-0000-0000-0000-000000000001",
  "a UUID of few digits": "01234560-1234-5601-2340-123401230120",
  "a path of words in capitals, with short ones": "PROD/XKCD/db/pass",
  "words with capitals": "ClassroomTokenService",
  "words with a number": "ClassroomTokenService2",
  "words with a year": "ClassroomTokenService2026",
  "words in small letters, with a number": "classroom-token-service-2",
  "words in capitals, with a number": "CLASSROOM-TOKEN-2",
  "words of four letters": "room-type-name-12",
  "an abbreviation among words": "classroom-db-token-2",
  "small letters alone": consonants,
  "capitals alone": consonants.toUpperCase(),
  "two characters in turn": "x1".repeat(8),
  "base64 of a sentence": base64(sentence),
  "base64 of a sentence without its padding": base64(sentence).replace(/=+$/, ""),
  "a path that is longer than a key": path(mixed, 41),
  "a path without capitals": path(mixed.replace(/[A-Z]/g, "")),
  "a path of few characters": path(mixed.slice(0, 12)),
};

/** Paths that name where a password is, however their words are written. */
const namesOfPasswords = [
  "prod/database",
  "Prod/Database",
  "prodClassroom/databaseRoom",
  "PROD/DB",
];

describe("credentials", () => {
  for (const [kind, value] of Object.entries(asRandomAsKeys)) {
    it(`finds as random as a key: ${kind}`, () =>
      assert.equal(credentialIn("TOKEN", value), "a value as random as a key"));
  }

  for (const [kind, value] of Object.entries(notAsRandom)) {
    it(`finds not as random as a key: ${kind}`, () =>
      assert.equal(credentialIn("TOKEN", value), undefined));
  }

  for (const name of namesOfPasswords) {
    it(`takes for the name of a password: ${name}`, () =>
      assert.equal(credentialIn("DB_PASSWORD", name), undefined));
  }

  for (const [kind, [expected, make]] of Object.entries(recognizable)) {
    it(`recognizes ${kind} under any name, and within a longer text`, () => {
      for (let round = 0; round < 20; round += 1) {
        const value = make();
        assert.equal(credentialIn("SETTING", value), expected);
        assert.equal(credentialIn("", `use "${value}" here`), expected);
      }
    });
  }

  for (const [name, [expected, make]] of Object.entries(underTellingNames)) {
    it(`believes the name ${name}`, () => {
      const found = Array.from({ length: 200 }, () => credentialIn(name, ` ${make()}\n`));
      // Of ten thousand random values one or another looks like a word or a path, by chance.
      assert.ok(found.filter((one) => one === expected).length >= 197);
      assert.deepEqual(
        [...new Set(found)].filter((one) => one !== undefined),
        [expected],
      );
    });
  }

  it("finds every credential of many, and says what it is without saying it", () => {
    const makers = [...Object.values(recognizable), ...Object.values(underTellingNames)];
    for (const [, make] of makers) {
      const value = make();
      const found = credentialIn("PASSWORD", value) ?? credentialIn("APP_CERTIFICATE", value);
      assert.ok(found !== undefined && !found.includes(value));
    }
  });

  for (const [name, value] of benign) {
    it(`leaves alone: ${name} that is ${JSON.stringify(value).slice(0, 50)}`, () =>
      assert.equal(credentialIn(name, value), undefined));
  }

  it("leaves alone random ids and hashes under names that tell nothing", () => {
    for (let round = 0; round < 50; round += 1) {
      const values = [
        randomUUID(),
        createHash("sha256").update(randomBytes(8)).digest("hex"),
        createHash("sha256").update(randomBytes(8)).digest("base64"),
        `vpce-${hex(17)}`,
        random(20),
      ];
      for (const value of values) {
        assert.equal(credentialIn("SOURCE_CODE_HASH", value), undefined);
        assert.equal(credentialIn("release", value), undefined);
      }
    }
  });

  it("expects a credential of a name that tells of one", () => {
    assert.equal(mayBeCredential("DB_PASSWORD"), true);
    assert.equal(mayBeCredential("apiKey"), true);
    assert.equal(mayBeCredential("AGORA_APP_CERTIFICATE"), true);
    assert.equal(mayBeCredential("APP_CERTIFICATE_SECRET_ARN"), false);
    assert.equal(mayBeCredential("CERTIFICATE_FINGERPRINT"), false);
    assert.equal(mayBeCredential("SECRET_ARN"), false);
    assert.equal(mayBeCredential("TABLE_NAME"), false);
    assert.equal(mayBeCredential("GREETING"), false);
    assert.equal(mayBeCredential("RESET_PASSWORD_TEMPLATE"), false);
  });
});
