// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The secrets that databases make in Secrets Manager for their administrators, and the keys that encrypt
 * them. AWS returns a key even where a program names none. So the inputs decide, and for a key that is not
 * known yet the sibling that it comes from.
 */

import { type Finding, undecided } from "../../framework/finding";
import { forEntries } from "../../framework/for-types";
import type { Validator } from "../../framework/rule";
import { judgeCustomerKey, type Wording } from "../../predicates/customer-key";
import { read, textOf } from "../../resources/reading";
import { asWritten, type Resource, type StackResource } from "../../resources/stack";

interface ManagedSecret {
  /** The property that makes the database create the secret. */
  readonly made: string;
  readonly key: readonly string[];
}

const ofRds: ManagedSecret = {
  made: "manageMasterUserPassword",
  key: ["masterUserSecretKmsKeyId"],
};
const ofNativeRds: ManagedSecret = { ...ofRds, key: ["masterUserSecret", "kmsKeyId"] };
const ofRedshift: ManagedSecret = {
  made: "manageMasterPassword",
  key: ["masterPasswordSecretKmsKeyId"],
};
const ofNamespace: ManagedSecret = {
  made: "manageAdminPassword",
  key: ["adminPasswordSecretKmsKeyId"],
};

const makers: Readonly<Record<string, ManagedSecret>> = {
  "aws:rds/instance:Instance": ofRds,
  "aws:rds/cluster:Cluster": ofRds,
  "aws:redshift/cluster:Cluster": ofRedshift,
  "aws:redshiftserverless/namespace:Namespace": ofNamespace,
  "aws-native:rds:DbInstance": ofNativeRds,
  "aws-native:rds:DbCluster": ofNativeRds,
  "aws-native:redshift:Cluster": ofRedshift,
  "aws-native:redshiftserverless:Namespace": ofNamespace,
};

/** The judges of these databases, by type. */
export function managedSecrets(
  wording: Wording,
): Required<Pick<Validator<unknown>, "resource" | "stack">> {
  return {
    resource: forEntries(
      makers,
      (secret) => (database: Resource) => judgeWritten(database, secret, wording),
    ),
    stack: forEntries(
      makers,
      (secret) => (database: StackResource) => judgeUnknown(database, secret, wording),
    ),
  };
}

function judgeWritten(
  database: Resource,
  { made, key }: ManagedSecret,
  wording: Wording,
): readonly Finding[] {
  const isMade = read(database.props, made);
  const reading = read(database.props, ...key);
  if (reading.state === "unknown" || (isMade.state === "known" && textOf(isMade) !== "true")) {
    return [];
  }
  const findings =
    isMade.state === "absent" ? [] : judgeCustomerKey(asWritten(database), reading, wording);
  return isMade.state === "unknown" && findings.length > 0
    ? [undecided(database, isMade.path, wording.must)]
    : findings;
}

function judgeUnknown(
  database: StackResource,
  { made, key }: ManagedSecret,
  wording: Wording,
): readonly Finding[] {
  const [property = ""] = key;
  const reading = read(database.props, ...key);
  const isAsked =
    reading.state === "unknown" &&
    property in database.propertyDependencies &&
    textOf(read(database.props, made)) === "true";
  return isAsked ? judgeCustomerKey(database, reading, wording) : [];
}
