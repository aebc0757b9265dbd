// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { outputsOf, plainSettingsOf } from "../../../../policies/rules/secrets/plain-settings";
import { stackOf } from "../../../support/pack/judge";
import { UNKNOWN } from "../../../support/pack/program";

/** The settings of a resource, each as "name at path = value". */
async function settings(
  type: string,
  properties: Record<string, unknown>,
  settingsOf = plainSettingsOf,
): Promise<string[]> {
  const { resource } = await stackOf({ it: { type, properties } });
  return settingsOf(resource("it")).map(({ name, value }) =>
    `${name} at ${value.path} ${value.state === "known" ? `= ${value.value}` : value.state}`.trim(),
  );
}

const pair = [{ name: "MODE", value: "live" }];

describe("plain-settings", () => {
  const twins: [string, Record<string, unknown>, string][] = [
    [
      "aws-native:apprunner:Service",
      {
        sourceConfiguration: {
          imageRepository: { imageConfiguration: { runtimeEnvironmentVariables: pair } },
        },
      },
      "MODE at sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables[0].value = live",
    ],
    [
      "aws-native:amplify:Branch",
      { environmentVariables: pair },
      "MODE at environmentVariables[0].value = live",
    ],
    [
      "aws-native:elasticbeanstalk:Environment",
      { optionSettings: [{ optionName: "MODE", value: "live" }] },
      "MODE at optionSettings[0].value = live",
    ],
    [
      "aws-native:glue:Job",
      { nonOverridableArguments: { "--mode": "live" } },
      "--mode at nonOverridableArguments.--mode = live",
    ],
    [
      "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
      { containers: [{ environment: { MODE: "live" } }] },
      "MODE at containers[0].environment.MODE = live",
    ],
    [
      "aws:sagemaker/model:Model",
      { primaryContainer: { environment: { MODE: "live" } } },
      "MODE at primaryContainer.environment.MODE = live",
    ],
    [
      "aws:batch/jobDefinition:JobDefinition",
      { parameters: { mode: "live" } },
      "mode at parameters.mode = live",
    ],
    [
      "aws:ec2/spotFleetRequest:SpotFleetRequest",
      { launchSpecifications: [{ userData: "MODE=live" }] },
      "MODE at launchSpecifications[0].userData (line 1) = live",
    ],
  ];
  for (const [type, properties, setting] of twins) {
    it(`reads the settings of ${type}`, async () => {
      assert.ok((await settings(type, properties)).includes(setting));
    });
  }

  for (const [type, properties] of [
    ["aws:cloudwatch/eventTarget:EventTarget", { input: '{"mode":"live"}' }],
    ["aws-native:events:Rule", { targets: [{ input: '{"mode":"live"}' }] }],
    ["aws:scheduler/schedule:Schedule", { target: { input: '{"mode":"live"}' } }],
  ] as const) {
    it(`reads the settings inside the JSON of ${type}`, async () => {
      const [whole, within] = await settings(type, properties);
      assert.match(whole ?? "", /^at [\w.[\]]*input = \{"mode":"live"\}$/);
      assert.match(within ?? "", /^mode at [\w.[\]]*input = live$/);
    });
  }

  it("reads the command of a container like that of a shell", async () => {
    const containerDefinitions = JSON.stringify([
      { command: ["serve", "--mode", "live"] },
      { entryPoint: "serve MODE=live" },
    ]);
    assert.deepEqual(
      await settings("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions }),
      [
        "at containerDefinitions[0].command (line 1) = serve --mode live",
        "mode at containerDefinitions[0].command (line 1) = live",
        "at containerDefinitions[1].entryPoint (line 1) = serve MODE=live",
        "MODE at containerDefinitions[1].entryPoint (line 1) = live",
      ],
    );
  });

  const places: [string, string, Record<string, unknown>, string[]][] = [
    [
      "a function's environment",
      "aws:lambda/function:Function",
      { environment: { variables: { MODE: "live", REGION: UNKNOWN } } },
      [
        "MODE at environment.variables.MODE = live",
        "REGION at environment.variables.REGION unknown",
      ],
    ],
    [
      "an environment that is not known",
      "aws-native:lambda:Function",
      { environment: { variables: UNKNOWN } },
      ["at environment.variables unknown"],
    ],
    [
      "containers in JSON",
      "aws:ecs/taskDefinition:TaskDefinition",
      { containerDefinitions: JSON.stringify([{ name: "api", environment: pair }]) },
      ["MODE at containerDefinitions[0].environment[0].value = live"],
    ],
    [
      "containers that are not known",
      "aws:ecs/taskDefinition:TaskDefinition",
      { containerDefinitions: UNKNOWN },
      ["at containerDefinitions unknown"],
    ],
    [
      "no containers where the list is empty",
      "aws:ecs/taskDefinition:TaskDefinition",
      { containerDefinitions: "[]" },
      [],
    ],
    [
      "no containers in a text that is not JSON",
      "aws:ecs/taskDefinition:TaskDefinition",
      { containerDefinitions: "api" },
      [],
    ],
    [
      "containers as a list",
      "aws-native:ecs:TaskDefinition",
      { containerDefinitions: [{ name: "api", environment: pair, secrets: [{ name: "KEY" }] }] },
      ["MODE at containerDefinitions[0].environment[0].value = live"],
    ],
    [
      "a job's container",
      "aws:batch/jobDefinition:JobDefinition",
      { containerProperties: JSON.stringify({ environment: pair }) },
      ["MODE at containerProperties.environment[0].value = live"],
    ],
    [
      "the variables of a build, except references to secrets",
      "aws:codebuild/project:Project",
      {
        environment: {
          environmentVariables: [
            { name: "MODE", value: "live" },
            { name: "KEY", value: "prod/key", type: "SECRETS_MANAGER" },
            { name: "ID", value: "/prod/id", type: "PARAMETER_STORE" },
            { name: "PLAIN", value: "text", type: "PLAINTEXT" },
          ],
        },
      },
      [
        "MODE at environment.environmentVariables[0].value = live",
        "PLAIN at environment.environmentVariables[3].value = text",
      ],
    ],
    [
      "the variables of a build, one of which is not known yet",
      "aws-native:codebuild:Project",
      { environment: { environmentVariables: [...pair, UNKNOWN] } },
      [
        "MODE at environment.environmentVariables[0].value = live",
        "at environment.environmentVariables[1] unknown",
      ],
    ],
    [
      "a parameter, by its own name",
      "aws:ssm/parameter:Parameter",
      { type: "String", name: "/classroom/mode", value: "live" },
      ["/classroom/mode at value = live"],
    ],
    [
      "only the insecure value of an encrypted parameter",
      "aws:ssm/parameter:Parameter",
      { type: "SecureString", value: "live", insecureValue: "plain" },
      ["it at insecureValue = plain"],
    ],
    [
      "stage variables",
      "aws:apigatewayv2/stage:Stage",
      { stageVariables: { mode: "live" } },
      ["mode at stageVariables.mode = live"],
    ],
    [
      "tags",
      "aws:s3/bucket:Bucket",
      { tags: { owner: "school" } },
      ["owner at tags.owner = school"],
    ],
    [
      "tags of aws-native, with and without a key",
      "aws-native:s3:Bucket",
      { tags: [{ key: "owner", value: "school" }, { value: "class" }] },
      ["owner at tags[0].value = school", "at tags[1].value = class"],
    ],
  ];
  for (const [place, type, properties, expected] of places) {
    it(`reads ${place}`, async () => assert.deepEqual(await settings(type, properties), expected));
  }

  const script = '#!/bin/sh\nexport MODE="live"\nrun --now';
  const encoded = Buffer.from(script).toString("base64");
  for (const [writing, userData] of [
    ["as plain text", script],
    ["in base64", encoded],
    ["in base64 of short lines", `${encoded.replaceAll(/.{20}/g, "$&\n")}\n`],
  ] as const) {
    it(`reads user data line by line, ${writing}`, async () => {
      assert.deepEqual(await settings("aws:ec2/instance:Instance", { userData }), [
        "at userData (line 1) = #!/bin/sh",
        'at userData (line 2) = export MODE="live"',
        "MODE at userData (line 2) = live",
        "at userData (line 3) = run --now",
      ]);
    });
  }

  it("reads user data in base64, in any language", async () => {
    const userData = Buffer.from("MODE=live # 课堂").toString("base64");
    assert.deepEqual(await settings("aws:ec2/instance:Instance", { userData }), [
      "at userData (line 1) = MODE=live # 课堂",
      "MODE at userData (line 1) = live",
    ]);
  });

  for (const [what, userData] of [
    ["begins like base64", "TU9E; live"],
    ["ends like base64", "#TU9E"],
    ["is base64 of control characters", Buffer.from("live\0now").toString("base64")],
    ["is base64 of something other than UTF-8", "reboot"],
    ["is base64 of nothing", "w"],
  ] as const) {
    it(`reads user data as plain text if it ${what}`, async () => {
      assert.deepEqual(await settings("aws:ec2/instance:Instance", { userData }), [
        `at userData (line 1) = ${userData}`,
      ]);
    });
  }

  it("reads all settings of one line", async () => {
    const userData = `run -e MODE=live --level=high '{"name": "a b"}'`;
    assert.deepEqual(await settings("aws:ec2/instance:Instance", { userData }), [
      `at userData (line 1) = ${userData}`,
      "MODE at userData (line 1) = live",
      "level at userData (line 1) = high",
      "name at userData (line 1) = a b",
    ]);
  });

  it("reads the JSON inside a setting, at the path of the setting", async () => {
    const variables = { CONFIG: JSON.stringify({ list: [{ mode: "live" }], level: null }) };
    assert.deepEqual(
      await settings("aws:lambda/function:Function", { environment: { variables } }),
      [
        `CONFIG at environment.variables.CONFIG = ${variables.CONFIG}`,
        "mode at environment.variables.CONFIG = live",
      ],
    );
  });

  it("reads the texts in the outputs of a stack, at any depth", async () => {
    const properties = {
      url: "https://example.com",
      port: 443,
      hosts: ["one", { name: "two" }],
      later: UNKNOWN,
      nothing: null,
    };
    assert.deepEqual(await settings("pulumi:pulumi:Stack", properties, outputsOf), [
      "hosts at hosts[0] = one",
      "name at hosts[1].name = two",
      "port at port = 443",
      "url at url = https://example.com",
    ]);
  });

  it("reads no settings of other resources", async () => {
    assert.deepEqual(await settings("aws:kms/key:Key", { description: "password=x" }), []);
  });
});
