// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import type { Properties } from "./properties";
import { Refusal } from "./refusal";
import type { ResourceShape } from "./sdk";
import { nameOf, typeOf } from "./urn";

/** The key under which Pulumi's plug-ins remember which inputs they have set themselves. */
const defaultsKey = "__defaults";

/** How the AWS plug-in makes up a name where the program gives none. */
interface Form {
  /** @default "name" */
  readonly property?: string;
  /** @default "-" */
  readonly separator?: string;
  /** The digits behind the separator. @default 7 */
  readonly digits?: number;
  /** What AWS allows. @default 255 */
  readonly maximumLength?: number;
  readonly transform?: (name: string, inputs: Properties) => string;
}

/** What the user asks of made-up names with `pulumi:autonaming`; the engine has worked out the name. */
export interface NamingWish {
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposedName: string;
}

const lowerCase = (name: string) => name.toLowerCase();
const bucket: Form = { property: "bucket", maximumLength: 63, transform: lowerCase };
const letters: Form = { separator: "_", digits: 8, transform: lettersOnly };
const object: Form = { property: "key", separator: "", digits: 0 };

/** The types whose names the plug-in makes otherwise: it names their other property, or AWS is stricter there. */
const nameForms: Readonly<Record<string, Form>> = {
  "aws:appsync/dataSource:DataSource": { separator: "_" },
  "aws:appsync/function:Function": { separator: "_" },
  "aws:athena/database:Database": { separator: "_" },
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": { separator: "_" },
  "aws:cloudwatch/eventRule:EventRule": { maximumLength: 64 },
  "aws:cloudwatch/eventTarget:EventTarget": { property: "targetId" },
  "aws:codedeploy/deploymentConfig:DeploymentConfig": {
    property: "deploymentConfigName",
    separator: "_",
    maximumLength: 100,
  },
  "aws:ec2/keyPair:KeyPair": { property: "keyName" },
  "aws:efs/fileSystem:FileSystem": { property: "creationToken" },
  "aws:eks/fargateProfile:FargateProfile": { property: "fargateProfileName" },
  "aws:eks/nodeGroup:NodeGroup": { property: "nodeGroupName" },
  "aws:elasticache/cluster:Cluster": {
    property: "clusterId",
    maximumLength: 50,
    transform: lowerCase,
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    property: "replicationGroupId",
    maximumLength: 40,
    transform: lowerCase,
  },
  "aws:elasticbeanstalk/environment:Environment": { maximumLength: 40 },
  "aws:elasticsearch/domain:Domain": {
    property: "domainName",
    maximumLength: 28,
    transform: lowerCase,
  },
  "aws:glue/catalogDatabase:CatalogDatabase": { ...letters, transform: lowerLettersOnly },
  "aws:glue/catalogTable:CatalogTable": { ...letters, transform: lowerLettersOnly },
  "aws:iam/role:Role": { maximumLength: 64 },
  "aws:iot/topicRule:TopicRule": { separator: "_" },
  "aws:kms/alias:Alias": {
    maximumLength: 238,
    transform: (name) => (name.startsWith("alias/") ? name : `alias/${name}`),
  },
  "aws:lambda/function:Function": { maximumLength: 64 },
  "aws:lambda/permission:Permission": { property: "statementId", maximumLength: 100 },
  "aws:lex/bot:Bot": letters,
  "aws:lex/botAlias:BotAlias": letters,
  "aws:lex/intent:Intent": letters,
  "aws:lex/slotType:SlotType": letters,
  "aws:mq/broker:Broker": { property: "brokerName", maximumLength: 55 },
  "aws:msk/cluster:Cluster": { property: "clusterName" },
  "aws:msk/serverlessCluster:ServerlessCluster": { property: "clusterName" },
  "aws:opensearch/domain:Domain": { property: "domainName" },
  "aws:rds/instance:Instance": { property: "identifier", separator: "" },
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketObject:BucketObject": object,
  "aws:s3/bucketObjectv2:BucketObjectv2": object,
  "aws:s3/bucketV2:BucketV2": bucket,
  "aws:sns/topic:Topic": { maximumLength: 80, transform: fifo("fifoTopic") },
  "aws:sqs/queue:Queue": { maximumLength: 80, transform: fifo("fifoQueue") },
};

/**
 * Adds the name that Pulumi's AWS plug-in makes up where the program gives none, and keeps the one
 * that an earlier update has made, so that nothing changes from one update to the next. Unlike the
 * real plug-in's it follows from the URN alone, so that a rehearsal can be repeated.
 */
export function withName(
  urn: string,
  shape: ResourceShape,
  old: Properties,
  inputs: Properties,
  wish?: NamingWish,
): Properties {
  const form = nameForms[typeOf(urn)] ?? {};
  const property = namePropertyOf(typeOf(urn));
  const given = inputs[property] ?? inputs[`${property}Prefix`];
  if (!isNameable(shape, property) || given !== undefined || wish?.mode === "disable") {
    return inputs;
  }
  const own = (old[defaultsKey] as string[] | undefined)?.includes(property);
  const name = (own ? old[property] : undefined) ?? madeUpName(urn, form, inputs, wish);
  return { ...inputs, [property]: name, [defaultsKey]: [property] };
}

/** The input that is a type's name. */
export function namePropertyOf(type: string): string {
  return nameForms[type]?.property ?? "name";
}

/** The plug-in names what has an optional text input of that name; the SDK says the same of both. */
function isNameable({ inputs }: ResourceShape, property: string): boolean {
  const member = inputs.get(property);
  return member?.type === "string" && member.optional;
}

function madeUpName(urn: string, form: Form, inputs: Properties, wish?: NamingWish): string {
  const { separator = "-", digits: count = 7, maximumLength = 255, transform } = form;
  if (wish?.mode === "enforce") {
    return wish.proposedName;
  }
  const name = wish?.proposedName ?? `${nameOf(urn)}${separator}${digits(urn, "name", count)}`;
  if (name.length > maximumLength) {
    throw new Refusal(
      `${typeOf(urn).split(":").at(-1)} '${nameOf(urn)}': '${form.property ?? "name"}' must be ` +
        `at most ${maximumLength} characters, got ${name.length} in the made-up ` +
        `${JSON.stringify(name)}. Shorten the resource's name or give it one.`,
    );
  }
  return transform?.(name, inputs) ?? name;
}

/** Hexadecimal digits that depend on nothing but the resource and what they are for. */
export function digits(urn: string, purpose: string, count: number): string {
  return createHash("sha512").update(`${urn} ${purpose}`).digest("hex").slice(0, count);
}

function fifo(property: string): (name: string, inputs: Properties) => string {
  return (name, inputs) => (inputs[property] === true ? `${name}.fifo` : name);
}

/** Digits become letters behind the last underscore, for services that allow no digits there. */
function lettersOnly(name: string): string {
  return name.replace(/[^_]*$/, (suffix) =>
    suffix.replace(/\d/g, (digit) => String.fromCharCode("g".charCodeAt(0) + Number(digit))),
  );
}

function lowerLettersOnly(name: string): string {
  return lettersOnly(name).toLowerCase();
}
