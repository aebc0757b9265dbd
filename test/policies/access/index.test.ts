// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  check,
  confinedToEndpoint,
  type Document,
  grantsNoMoreThan,
  manageable,
  notOpenThroughServices,
  notOpenToSharedProviders,
  notPublic,
  on,
  onlyTheseAccounts,
  onlyTheseActions,
  onlyThesePrincipals,
  onlyTheseResources,
  onlyThisAccount,
  type Property,
  type Question,
  tlsOnly,
} from "../../../policies/access";
import { platformProperties } from "../../support/access/platform-questions";

const account = "111122223333";
const backend = `arn:aws:iam::${account}:role/backend`;
const bucketArn = "arn:aws:s3:::box";

function policy(...statements: object[]): Document {
  const Statement = statements.map((statement) => ({
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
    ...statement,
  }));
  return { name: "policy", kind: "resource", content: { Version: "2012-10-17", Statement } };
}

function holds(property: Property): boolean | undefined {
  return check(property).holds;
}

const condition = (operator: string, key: string, ...values: string[]) => ({
  Condition: { [operator]: { [key]: values } },
});

describe("index: what is granted", () => {
  const reader = (Action: string[], Resource: string[]): Document => ({
    name: "reader policy",
    kind: "identity",
    content: { Version: "2012-10-17", Statement: { Effect: "Allow", Action, Resource } },
  });

  it("asks for other actions and other resources", () => {
    const documents = [reader(["s3:GetObject", "s3:GetObjectVersion"], [`${bucketArn}/*`])];
    const actions = ["s3:GetObject", "s3:GetObjectVersion"];
    assert.equal(holds(onlyTheseActions({ documents, actions })), true);
    assert.equal(holds(onlyTheseActions({ documents, actions: ["s3:GetObject"] })), false);
    assert.equal(holds(onlyTheseResources({ documents, resources: [`${bucketArn}/*`] })), true);
    assert.equal(holds(onlyTheseResources({ documents, resources: [`${bucketArn}/a/*`] })), false);
  });

  it("asks an identity's policy and its boundary together", () => {
    const boundary = { ...reader(["s3:*"], [`${bucketArn}/a/*`]), name: "boundary" };
    const documents = [reader(["*"], ["*"]), boundary];
    assert.equal(holds(onlyTheseResources({ documents, resources: [`${bucketArn}/a/*`] })), true);
    assert.equal(holds(onlyTheseActions({ documents, actions: ["s3:Get*"] })), false);
  });

  it("asks whether a key can still be managed", () => {
    const keyArn = `arn:aws:kms:eu-central-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
    const property = (...statements: object[]) =>
      manageable({ documents: [policy(...statements)], accountId: account, keyArn });
    const administration = { Principal: { AWS: account }, Action: "kms:*", Resource: "*" };
    assert.equal(holds(property(administration)), true);
    assert.equal(holds(property({ ...administration, Action: "kms:Decrypt" })), false);
    assert.equal(
      holds(
        property(administration, {
          Effect: "Deny",
          Action: "kms:ScheduleKeyDeletion",
          Resource: "*",
        }),
      ),
      false,
    );
    assert.equal(
      holds(property({ ...administration, ...condition("StringEqualz", "a:b", "c") })),
      undefined,
    );
  });

  it("compares two versions of a policy", () => {
    const before = { ...policy({ Action: "s3:Get*" }), name: "old policy" };
    const after = { ...policy({ Action: "s3:GetObject*" }), name: "new policy" };
    assert.equal(holds(grantsNoMoreThan(after, before)), true);
    assert.equal(holds(grantsNoMoreThan(before, after)), false);
    assert.equal(
      grantsNoMoreThan(after, before).says,
      "the new policy grants no more than the old policy",
    );
  });

  it("holds back with a verdict when a document is malformed", () => {
    const broken: Document = { name: "policy", kind: "resource", content: "{" };
    const verdict = check(notPublic({ documents: [broken] }));
    const { answer } = verdict;
    assert.ok(answer.answer === "undecided");
    assert.equal(answer.worst?.answer, "found");
    assert.deepEqual(verdict, {
      holds: undefined,
      answer: {
        answer: "undecided",
        kind: "refused",
        because: ["The policy is not JSON."],
        worst: answer.worst,
      },
    });
  });
});

describe("index: our own documents", () => {
  for (const place of [
    { partition: "aws", awsRegion: "eu-central-1" },
    { partition: "aws-cn", awsRegion: "cn-north-1" },
  ]) {
    it(`proves what must be true of a data centre in the partition ${place.partition}`, () => {
      const properties = platformProperties(place);
      const wrong = properties.filter((property) => check(property).holds !== true);
      assert.deepEqual(
        wrong.map(({ says }) => says),
        [],
      );
      assert.ok(properties.length > 15);
    });
  }

  it("notices when any deny of them is lost", () => {
    const properties = platformProperties({ partition: "aws", awsRegion: "eu-central-1" });
    const denies = new Set<string>();
    const noticed = new Set<string>();
    for (const { asks, ...property } of properties) {
      for (const sid of sidsOfDenies(asks)) {
        denies.add(sid);
        if (
          check({ ...property, asks: asks.map((ask) => withoutStatement(ask, sid)) }).holds ===
          false
        ) {
          noticed.add(sid);
        }
      }
    }
    // A permission that ends is noticed by the time at which it is asked for; nothing here asks for one.
    assert.deepEqual(
      [...denies].filter((sid) => !noticed.has(sid)),
      ["DenyExpired0"],
    );
  });
});

describe("index: every property", () => {
  const documents = [policy({ Action: "*", Resource: "*" })];
  const secretArn = `arn:aws:secretsmanager:eu-central-1:${account}:secret:a-AbCdEf`;
  const among = on("secret", secretArn);
  const wide = { documents, among };
  const principalArns = [backend, `${backend}-2`];

  const properties: readonly [() => Property, string][] = [
    [() => notPublic(wide), "nothing is open to everyone"],
    [() => notOpenThroughServices(wide), "no AWS service does anything there for strangers"],
    [
      () =>
        notOpenToSharedProviders({
          documents: [
            policy({ Action: "*", Resource: "*", Principal: { Federated: "accounts.google.com" } }),
          ],
          among,
        }),
      "no identity provider that everybody can use opens it",
    ],
    [() => onlyThesePrincipals({ ...wide, principalArns }), `only ${backend} and ${backend}-2`],
    [() => onlyThisAccount({ ...wide, accountId: account }), `only account ${account}`],
    [
      () => onlyTheseAccounts({ ...wide, accountIds: [account, "444455556666"] }),
      `only account ${account} and 444455556666`,
    ],
    [
      () => confinedToEndpoint({ ...wide, vpcEndpointIds: ["vpce-1", "vpce-2"] }),
      "only through vpce-1 and vpce-2",
    ],
    [() => tlsOnly(wide), "not over plain HTTP"],
    [
      () => onlyTheseResources({ ...wide, resources: [bucketArn, `${bucketArn}/*`] }),
      `only ${bucketArn}, ${bucketArn}/*`,
    ],
  ];
  for (const [propertyOf, says] of properties) {
    it(`"${says}" asks only of the actions and resources that it is told`, () => {
      const property = propertyOf();
      const { holds: isTrue, answer } = check(property);
      assert.deepEqual([property.says, isTrue, answer.answer], [says, false, "found"]);
      const found = answer.answer === "found" ? answer.request : undefined;
      assert.deepEqual(
        [found?.action.split(":")[0], found?.resource],
        ["secretsmanager", secretArn],
      );
    });
  }

  it("says which actions are all, and whose account manages a key", () => {
    const actions = ["s3:GetObject", "s3:ListBucket"];
    assert.equal(onlyTheseActions({ documents, actions }).says, "only s3:GetObject, s3:ListBucket");
    const keyArn = `arn:aws:kms:eu-central-1:${account}:key/1234abcd`;
    const managed = (AWS: string) =>
      manageable({
        documents: [policy({ Principal: { AWS }, Action: "kms:*", Resource: "*" })],
        accountId: account,
        keyArn,
      });
    assert.equal(managed(account).says, `account ${account} can manage the key`);
    assert.equal(holds(managed(account)), true);
    assert.equal(holds(managed("444455556666")), false);
  });

  it("leaves services to a question of their own when it asks for other accounts", () => {
    const service = [policy({ Principal: { Service: "sns.amazonaws.com" } })];
    assert.equal(holds(onlyThisAccount({ documents: service, accountId: account })), true);
  });

  it("asks nobody in the account where no account is given", () => {
    const documents = [policy({ Principal: { AWS: backend } })];
    assert.equal(holds(onlyThesePrincipals({ documents, principalArns: [backend] })), true);
  });

  it("holds where there is nothing to ask, as nothing contradicts it", () => {
    assert.deepEqual(check({ says: "nothing", asks: [], expects: "none" }), {
      holds: true,
      answer: { answer: "none" },
    });
  });

  it("decides by the first answer that contradicts it, whatever else is undecided", () => {
    const unclear = policy({ Condition: { ArnLike: { "x:y": "*" } } });
    const [open, found, none] = [
      { grantedBy: [unclear] },
      { grantedBy: [policy({})] },
      { grantedBy: [policy({ Effect: "Deny" })] },
    ];
    const verdict = (...asks: Property["asks"]) => check({ says: "", asks, expects: "none" });
    assert.equal(verdict(open, found).holds, false);
    assert.deepEqual(verdict(open, none), {
      holds: undefined,
      answer: {
        answer: "undecided",
        kind: "undecidable",
        because: ["Not understood: ArnLike of x:y with a value that is no whole ARN."],
      },
    });
    assert.equal(verdict(none).holds, true);
  });
});

interface Statements {
  readonly Statement: readonly { readonly Sid: string; readonly Effect: string }[];
}

function contentOf(document: Document): Statements {
  return JSON.parse(String(document.content));
}

function sidsOfDenies(asks: readonly Question[]): string[] {
  const documents = asks.flatMap(({ grantedBy = [], notDeniedBy = [] }) => [
    ...grantedBy,
    ...notDeniedBy,
  ]);
  return documents.flatMap((document) =>
    contentOf(document)
      .Statement.filter(({ Effect }) => Effect === "Deny")
      .map(({ Sid }) => Sid),
  );
}

function withoutStatement(question: Question, sid: string): Question {
  const reduced = (document: Document): Document => {
    const { Statement, ...rest } = contentOf(document);
    return {
      ...document,
      content: { ...rest, Statement: Statement.filter(({ Sid }) => Sid !== sid) },
    };
  };
  const { grantedBy, notDeniedBy } = question;
  return {
    ...question,
    ...(grantedBy && { grantedBy: grantedBy.map(reduced) }),
    ...(notDeniedBy && { notDeniedBy: notDeniedBy.map(reduced) }),
  };
}
