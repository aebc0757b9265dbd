// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidCrossRegionCopy as rule } from "../../../../policies/rules/regions/forbid-cross-region-copy";
import {
  from,
  type Program,
  type ProgramResource,
  propertiesAt,
} from "../../../support/pack/program";
import cases from "../../../support/pack/regional-references.json";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Properties = NonNullable<ProgramResource["properties"]>;

const must = "data must stay in the region of the resource";
const one = (type: string, properties: Properties): Program => ({
  frankfurt: {
    type: type.startsWith("aws:") ? "pulumi:providers:aws" : "pulumi:providers:aws-native",
    properties: { region: "eu-central-1" },
  },
  thing: { type, properties, options: { provider: from("frankfurt") } },
});
const leaves = (what: string) => violationOf(rule, `${what}; ${must}, eu-central-1`);
const titleOf = (type: string) => `${type.split(":").at(-1)} 'thing'`;

/** What the cases refer to, in a region: an ARN, a URL, the name of the region itself. */
const values = new Map(Object.entries(cases.values));
const inRegion = (name: string, region: string) =>
  (values.get(name) ?? "").replace("REGION", region);

describe("regional-references", () => {
  for (const [type, references] of Object.entries<Record<string, string>>(cases.references)) {
    for (const [path, name] of Object.entries(references)) {
      const verb = name === "region" ? "is" : "lies in";
      it(`compliant: ${type} with '${path}' in its own region`, () =>
        assertCompliant(rule, one(type, propertiesAt(path, inRegion(name, "eu-central-1")))));
      it(`violation: ${type} with '${path}' in another region`, () =>
        assertAlwaysSays(rule, one(type, propertiesAt(path, inRegion(name, "us-east-1"))), [
          leaves(`${titleOf(type)}: '${path}' ${verb} us-east-1`),
        ]));
    }
  }

  /** JSON, as a string or as the object that it stands for. */
  const inJson: [string, string, (region: string) => unknown][] = [
    [
      "aws-native:logs:AccountPolicy",
      "policyDocument",
      (region) => ({ DestinationArn: inRegion("stream", region) }),
    ],
    ...["aws:sqs/queue:Queue", "aws-native:sqs:Queue", "aws-native:sns:Subscription"].map(
      (type): [string, string, (region: string) => unknown] => [
        type,
        "redrivePolicy",
        (region) => ({ deadLetterTargetArn: inRegion("queue", region) }),
      ],
    ),
    [
      "aws:ecs/taskDefinition:TaskDefinition",
      "containerDefinitions",
      (region) => [
        { image: "tokens:1", logConfiguration: { options: { "awslogs-region": region } } },
      ],
    ],
    [
      "aws:ecs/taskDefinition:TaskDefinition",
      "containerDefinitions",
      (region) => [{ image: inRegion("image", region) }],
    ],
  ];
  for (const [type, property, content] of inJson) {
    for (const write of [JSON.stringify, (value: unknown) => value]) {
      if (Array.isArray(content("")) && write !== JSON.stringify) {
        continue;
      }
      const written = (region: string): Properties => ({ [property]: write(content(region)) });
      it(`compliant: ${type} with '${property}' as a ${typeof written("")[property]}, in its own region`, () =>
        assertCompliant(rule, one(type, written("eu-central-1"))));
      it(`violation: ${type} with '${property}' as a ${typeof written("")[property]}, in another region`, () =>
        assertAlwaysSays(rule, one(type, written("us-east-1")), [
          leaves(`${titleOf(type)}: '${property}' lies in us-east-1`),
        ]));
    }
  }

  const virginia = { type: "pulumi:providers:aws", properties: { region: "us-east-1" } };
  const task = (provider: string): Program => ({
    virginia,
    repository: { type: "aws:ecr/repository:Repository", options: { provider: from(provider) } },
    ...one("aws:ecs/taskDefinition:TaskDefinition", {
      containerDefinitions: `[{"image":"${from("repository.repositoryUrl")}"}]`,
    }),
  });
  const queue = (provider: string): Program => ({
    virginia,
    letters: { type: "aws:sqs/queue:Queue", options: { provider: from(provider) } },
    ...one("aws:sqs/queue:Queue", {
      redrivePolicy: `{"deadLetterTargetArn":"${from("letters.arn")}"}`,
    }),
  });

  it("violation: JSON that is made from a sibling in another region", async () => {
    const isFar = (what: string) => leaves(`${what}, which is in us-east-1`);
    await assertSays(rule, task("virginia"), [
      isFar("TaskDefinition 'thing': 'containerDefinitions' is Repository 'repository'"),
    ]);
    await assertSays(rule, queue("virginia"), [
      isFar("Queue 'thing': 'redrivePolicy' is Queue 'letters'"),
    ]);
  });

  it("undecidable: JSON that is made from a sibling in the same region and may name another", async () => {
    await assertSays(rule, task("frankfurt"), [
      undecidedOf("TaskDefinition 'thing': 'containerDefinitions' is", must),
    ]);
    await assertCompliant(rule, queue("frankfurt"));
  });
});
