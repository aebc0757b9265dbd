// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidCrossRegionCopy as rule } from "../../../policies/rules/regions/forbid-cross-region-copy";
import { from, type Program, type ProgramResource } from "../../support/pack/program";
import {
  assertAlwaysSays,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../support/pack/verdicts";

type Properties = NonNullable<ProgramResource["properties"]>;

const must = "data must stay in the region of the resource";
const providers: Program = {
  frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
  virginia: { type: "pulumi:providers:aws", properties: { region: "us-east-1" } },
};
const inFrankfurt = (type: string, properties: Properties = {}): ProgramResource => ({
  type,
  properties,
  options: { provider: from("frankfurt") },
});
const inVirginia = (type: string, properties: Properties = {}): ProgramResource => ({
  type,
  properties,
  options: { provider: from("virginia") },
});
const one = (type: string, properties: Properties): Program => ({
  ...providers,
  thing: inFrankfurt(type, properties),
});
const leaves = (what: string) => violationOf(rule, `${what}; ${must}, eu-central-1`);

describe("region-values", () => {
  const redrive = (type: string, redrivePolicy: unknown): Program => ({
    ...providers,
    far: inVirginia("aws:sqs/queue:Queue"),
    near: inFrankfurt("aws:sqs/queue:Queue"),
    thing: inFrankfurt(type, { redrivePolicy }),
  });
  for (const type of ["aws:sqs/queue:Queue", "aws-native:sqs:Queue"]) {
    for (const write of [JSON.stringify, (policy: unknown) => policy]) {
      const policy = (queue: string) => write({ deadLetterTargetArn: from(`${queue}.arn`) });
      it(`violation: ${type} whose letters go to a queue of another region, in a ${typeof policy("far")}`, () =>
        assertSays(rule, redrive(type, policy("far")), [
          leaves("Queue 'thing': 'redrivePolicy' is Queue 'far', which is in us-east-1"),
        ]));
      it(`compliant: ${type} whose letters stay, in a ${typeof policy("near")}`, () =>
        assertSays(rule, redrive(type, policy("near")), []));
    }
  }

  const containers = (repository: string, region = "eu-central-1"): Program => ({
    ...providers,
    far: inVirginia("aws:ecr/repository:Repository"),
    near: inFrankfurt("aws:ecr/repository:Repository"),
    thing: inFrankfurt("aws:ecs/taskDefinition:TaskDefinition", {
      containerDefinitions: JSON.stringify([
        { image: from(`${repository}.repositoryUrl`) },
        { image: "tokens:1", logConfiguration: { options: { "awslogs-region": region } } },
      ]),
    }),
  });
  it("violation: containers from a registry of another region", () =>
    assertSays(rule, containers("far"), [
      leaves(
        "TaskDefinition 'thing': 'containerDefinitions' is Repository 'far', which is in us-east-1",
      ),
    ]));
  it("undecidable: containers that are not known as a whole, whose logs may go anywhere", () =>
    assertSays(rule, containers("near", "us-east-1"), [
      undecidedOf("TaskDefinition 'thing': 'containerDefinitions' is", must),
    ]));
  it("violation: two containers' logs in another region, said once", () =>
    assertAlwaysSays(
      rule,
      one("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: JSON.stringify(
          ["a", "b"].map((name) => ({
            name,
            image: "tokens:1",
            logConfiguration: { options: { "awslogs-region": "us-east-1" } },
          })),
        ),
      }),
      [leaves("TaskDefinition 'thing': 'containerDefinitions' lies in us-east-1")],
    ));
  it("violation: two containers from a registry of another region, said once", () =>
    assertAlwaysSays(
      rule,
      one("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: JSON.stringify(
          ["tokens", "logs"].map((name) => ({
            name,
            image: `111122223333.dkr.ecr.us-east-1.amazonaws.com/${name}:1`,
          })),
        ),
      }),
      [leaves("TaskDefinition 'thing': 'containerDefinitions' lies in us-east-1")],
    ));
});
