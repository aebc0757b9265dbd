// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { parse } from "yaml";
import { dataCenterFacts, isDataCenter } from "../../components/regions/data-centers";
import { Failure } from "../runner/failure";

/** What the operator wants to be true, from the stack's configuration: the documents do not judge themselves. */
export interface Intent {
  readonly dataCenters: readonly DataCenterIntent[];
  readonly secretAdministratorArns: readonly string[];
  readonly transfers: readonly Transfer[];
}

export interface DataCenterIntent {
  readonly name: string;
  readonly awsRegion: string;
  readonly backendRoleArns: readonly string[];
  /** The endpoint of the API, where the network has one already. */
  readonly endpointId?: string;
  /** Whether Agora, which writes class files, may sign URLs to read them. */
  readonly signsCourseware?: true;
}

/** Backend roles of one data centre may call the token API of another, until a day is over. */
export interface Transfer {
  readonly from: string;
  readonly to: string;
  /** A moment, as policies compare it. */
  readonly until: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads as much as the proofs need; that it is right is the program's business, which has accepted it. */
export function readIntent({ config }: Fields, stack: string): Intent {
  const of = (key: string) => listOf(fieldsOf(config)[`classroom:${key}`]);
  const dataCenters = of("regions").map(fieldsOf).map(dataCenterOf);
  if (dataCenters.length === 0) {
    throw new Failure(
      `The configuration of stack '${stack}' has no 'classroom:regions', so nobody knows whom ` +
        "its token API is for. Name a stack of the classroom program with --stack.",
    );
  }
  return {
    dataCenters,
    secretAdministratorArns: of("secretAdministratorArns").map(String),
    transfers: of("transfers")
      .map(fieldsOf)
      .map(({ from, to, expires }) => ({
        from: String(from),
        to: String(to),
        until: `${String(expires).slice(0, DAY.length)}T23:59:59Z`,
      })),
  };
}

const DAY = "2026-12-31";

function dataCenterOf(region: Fields): DataCenterIntent {
  const { dataCenter, backendRoleArns, network, recording } = region;
  const { executeApi } = fieldsOf(fieldsOf(network).endpoints);
  const nearest = isDataCenter(dataCenter) ? dataCenterFacts(dataCenter).nearestAwsRegion : "";
  return {
    name: String(dataCenter),
    awsRegion: String(region.awsRegion ?? nearest),
    backendRoleArns: listOf(backendRoleArns).map(String),
    ...(executeApi !== undefined && { endpointId: String(executeApi) }),
    ...(fieldsOf(recording).coursewareRead === "presigned" && { signsCourseware: true }),
  };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** `pulumi config set` without `--path` writes a list as its JSON. */
function listOf(value: unknown): readonly unknown[] {
  const list: unknown = typeof value === "string" ? parse(value) : value;
  return Array.isArray(list) ? list : [];
}
