// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Where resources keep settings that anybody may read who may describe the resource: environments,
 * parameters, variables, tags, and what a machine runs when it starts.
 */

import {
  below,
  contentOf,
  elements,
  type Reading,
  read,
  type Step,
  select,
  textOf,
} from "../reading";
import type { Resource } from "../stack";

export interface Setting {
  readonly name: string;
  readonly value: Reading;
}

type Place = (resource: Resource) => readonly Setting[];

/** An object whose members are settings. */
function members(...path: Step[]): Place {
  return ({ props }) => select(props, ...path).flatMap(membersOf);
}

function membersOf(reading: Reading): readonly Setting[] {
  if (reading.state !== "known" || !(reading.value instanceof Object)) {
    return reading.state === "unknown" ? [{ name: "", value: reading }] : [];
  }
  return Object.keys(reading.value).map((name) => ({ name, value: below(reading, name) }));
}

/** A list of names and values; those of another type than plain text only refer to a secret. */
function pairs(name: string, ...path: Step[]): Place {
  return ({ props }) => select(props, ...path).flatMap((pair) => pairOf(pair, name));
}

function pairOf(pair: Reading, name: string): readonly Setting[] {
  if (pair.state !== "known") {
    return pair.state === "unknown" ? [{ name: "", value: pair }] : [];
  }
  const isReference = /^(PARAMETER_STORE|SECRETS_MANAGER)$/.test(textOf(below(pair, "type")) ?? "");
  return isReference
    ? []
    : [{ name: textOf(below(pair, name)) ?? "", value: below(pair, "value") }];
}

/** The environments of containers, which are written as JSON or as the list that it stands for. */
function containers(path: string, ...environment: Step[]): Place {
  return ({ props }) => {
    const content = contentOf(read(props, path));
    return content.state === "unknown"
      ? [{ name: "", value: content }]
      : elements(content)
          .flatMap((container) => select(known(container), ...environment))
          .flatMap((pair) => pairOf(pair, "name"))
          .map(({ name, value }) => ({ name, value: { ...value, path: `${path}.${value.path}` } }));
  };
}

function known(reading: Reading): unknown {
  return reading.state === "known" ? reading.value : {};
}

/** A parameter is encrypted if its type says so; the insecure value never is. */
function parameter({ props, name }: Resource): readonly Setting[] {
  const called = textOf(read(props, "name")) ?? name;
  const plain = textOf(read(props, "type")) === "SecureString" ? [] : ["value"];
  return [...plain, "insecureValue"].map((property) => ({
    name: called,
    value: read(props, property),
  }));
}

/** What a machine runs: each line with all that it sets, and the whole for what is recognizable. */
function script(...path: string[]): Place {
  return ({ props }) => linesOf(read(props, ...path));
}

/** `export NAME=…` and `name: …` where a line begins, `NAME=…` and `"name": "…"` anywhere in it. */
const assignments: readonly RegExp[] = [
  /^\s*(?:-\s+)?(?:export\s+|ENV\s+|-e\s+|set\s+)?"?([A-Za-z_][\w.-]*)"?\s*[=:]\s*["']?([^\s"'#;]+)/g,
  /(?<![\w.$-])-*([A-Za-z_][\w.-]*)=["']?([^\s"'#;,=.*[(\\][^\s"'#;,]*)/g,
  /"([A-Za-z_][\w.-]*)"\s*:\s*"([^"]+)"/g,
];

function linesOf(reading: Reading): readonly Setting[] {
  const text = textOf(reading);
  if (text === undefined) {
    return reading.state === "unknown" ? [{ name: "", value: reading }] : [];
  }
  return plainText(text)
    .split("\n")
    .flatMap((line, index) => {
      const path = `${reading.path} (line ${index + 1})`;
      const set = assignments
        .flatMap((assignment) => [...line.matchAll(assignment)])
        .map(([, name = "", value = ""]) => [`${name}=${value}`, { name, value }] as const);
      return [{ name: "", value: line }, ...new Map(set).values()].map(
        ({ name, value }): Setting => ({ name, value: { state: "known", path, value } }),
      );
    });
}

/** User data may be in base64. */
function plainText(text: string): string {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) {
    return text;
  }
  const decoded = Buffer.from(text, "base64").toString("utf8");
  return /^[\x20-\x7e\s]+$/.test(decoded) ? decoded : text;
}

const environment = members("environment", "variables");
const containersOfTask = containers("containerDefinitions", "environment");
const machine = [script("userData"), script("userDataBase64")];

const places: Readonly<Record<string, readonly Place[]>> = {
  "aws:lambda/function:Function": [environment],
  "aws-native:lambda:Function": [environment],
  "aws:ecs/taskDefinition:TaskDefinition": [containersOfTask],
  "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": [
    pairs("name", "containerDefinitions", ["environments", "environment"]),
  ],
  "aws-native:ecs:TaskDefinition": [containersOfTask],
  "aws:codebuild/project:Project": [pairs("name", "environment", "environmentVariables")],
  "aws-native:codebuild:Project": [pairs("name", "environment", "environmentVariables")],
  "aws:batch/jobDefinition:JobDefinition": [containers("containerProperties", "environment")],
  "aws-native:batch:JobDefinition": [containers("containerProperties", "environment")],
  "aws:apprunner/service:Service": [
    members(
      "sourceConfiguration",
      "imageRepository",
      "imageConfiguration",
      "runtimeEnvironmentVariables",
    ),
    members(
      "sourceConfiguration",
      "codeRepository",
      "codeConfiguration",
      "codeConfigurationValues",
      "runtimeEnvironmentVariables",
    ),
  ],
  "aws:amplify/app:App": [members("environmentVariables")],
  "aws:amplify/branch:Branch": [members("environmentVariables")],
  "aws-native:amplify:App": [pairs("name", "environmentVariables")],
  "aws:elasticbeanstalk/environment:Environment": [pairs("name", "settings")],
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": [pairs("name", "settings")],
  "aws:glue/job:Job": [members("defaultArguments")],
  "aws:apigateway/stage:Stage": [members("variables")],
  "aws-native:apigateway:Stage": [members("variables")],
  "aws:apigatewayv2/stage:Stage": [members("stageVariables")],
  "aws-native:apigatewayv2:Stage": [members("stageVariables")],
  "aws:ssm/parameter:Parameter": [parameter],
  "aws-native:ssm:Parameter": [parameter],
  "aws:ec2/instance:Instance": machine,
  "aws:ec2/launchTemplate:LaunchTemplate": machine,
  "aws:ec2/launchConfiguration:LaunchConfiguration": machine,
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": machine,
  "aws:lightsail/instance:Instance": machine,
  "aws-native:ec2:Instance": machine,
  "aws-native:ec2:LaunchTemplate": [script("launchTemplateData", "userData")],
};

const tags: readonly Place[] = [members("tags")];
const nativeTags: readonly Place[] = [pairs("key", "tags")];

/** The settings of a resource that are in plain text; one without a name is a text or not known. */
export function plainSettingsOf(resource: Resource): readonly Setting[] {
  const tagged = resource.type.startsWith("aws-native:") ? nativeTags : tags;
  return [...(places[resource.type] ?? []), ...tagged]
    .flatMap((place) => place(resource))
    .flatMap((setting) => [setting, ...settingsWithin(setting)]);
}

/** What a setting holds that is itself an object in JSON; a finding in it is one about the setting. */
function settingsWithin({ name, value }: Setting): readonly Setting[] {
  if (!/^\s*[[{]/.test(textOf(value) ?? "")) {
    return [];
  }
  const content = contentOf(value);
  return content.state === "known"
    ? textsIn(name, content).map((text) => ({
        name: text.name,
        value: { ...text.value, path: value.path },
      }))
    : [];
}

/** The texts among the outputs of a stack, however deep. */
export function outputsOf({ props }: Resource): readonly Setting[] {
  return Object.keys(props).flatMap((name) => textsIn(name, read(props, name)));
}

function textsIn(name: string, reading: Reading): readonly Setting[] {
  if (reading.state !== "known") {
    return [];
  }
  if (Array.isArray(reading.value)) {
    return elements(reading).flatMap((element) => textsIn(name, element));
  }
  return reading.value instanceof Object
    ? Object.keys(reading.value).flatMap((member) => textsIn(member, below(reading, member)))
    : [{ name, value: reading }];
}
