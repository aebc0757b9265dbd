// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireStoreEncryption as rule } from "../../../../policies/rules/stores/require-store-encryption";
import { from, kindOf, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const unencrypted = "is missing, which leaves the data unencrypted";
const managed = "is missing, which means a key that AWS manages";
const disk = { encrypted: true, kmsKeyId: from("key.arn") };
const open = { deviceName: "/dev/sdf" };
const ephemeral = { ...open, virtualName: "ephemeral0" };
const program = (type: string, properties: object): Program => ({
  key: { type: "aws:kms/key:Key" },
  it: { type, properties: { ...properties } },
});
const instance = (properties: object) => program("aws:ec2/instance:Instance", properties);
const template = (...blockDeviceMappings: object[]) =>
  program("aws:ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings });
const native = (...blockDeviceMappings: object[]) =>
  program("aws-native:ec2:Instance", { blockDeviceMappings });

const { complies, violates, undecided } = ruleSpec(rule, {
  must: "data must be encrypted at rest with a customer-managed key",
});

describe("store-protection", () => {
  complies({
    "an instance whose disks all have a key": instance({
      rootBlockDevice: disk,
      ebsBlockDevices: [{ ...open, ...disk }],
    }),
    "a template whose disks all have a key": template({ ...open, ebs: disk }, ephemeral),
    "a template without disks": program("aws:ec2/launchTemplate:LaunchTemplate", {}),
    "an instance of aws-native whose disks all have a key": native({ ebs: disk }, ephemeral),
  });

  violates({
    "an instance that does not configure its root disk": [
      instance({}),
      `Instance 'it': 'rootBlockDevice' ${unencrypted}`,
    ],
    "an instance with one disk without a key": [
      instance({
        rootBlockDevice: disk,
        ebsBlockDevices: [
          { ...open, ...disk },
          { ...open, encrypted: true },
        ],
      }),
      `Instance 'it': 'ebsBlockDevices[1].kmsKeyId' ${managed}`,
    ],
    "a template with one disk that is not encrypted": [
      template({ ...open, ebs: { volumeSize: 8 } }),
      `LaunchTemplate 'it': 'blockDeviceMappings[0].ebs.encrypted' ${unencrypted}`,
    ],
    "an instance of aws-native that does not configure its disk": [
      [
        program("aws-native:ec2:Instance", {}),
        `Instance 'it': 'blockDeviceMappings' ${unencrypted}`,
      ],
      [native(ephemeral), `Instance 'it': 'blockDeviceMappings[0].ebs' ${unencrypted}`],
    ],
    "a template of aws-native with one disk without a key": [
      program("aws-native:ec2:LaunchTemplate", {
        launchTemplateData: { blockDeviceMappings: [{ ebs: { encrypted: true } }] },
      }),
      `LaunchTemplate 'it': 'launchTemplateData.blockDeviceMappings[0].ebs.kmsKeyId' ${managed}`,
    ],
  });

  for (const type of [
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ]) {
    violates({
      [`${type} with disks that are not encrypted`]: [
        program(type, { ebsBlockDevices: [open] }),
        `${kindOf(type)} 'it': 'rootBlockDevice' ${unencrypted}`,
        `${kindOf(type)} 'it': 'ebsBlockDevices[0].encrypted' ${unencrypted}`,
      ],
    });
  }

  undecided({
    "a disk whose block comes from outside the program": [
      instance({ rootBlockDevice: from("elsewhere.disk") }),
      "Instance 'it': 'rootBlockDevice' is",
    ],
  });
});
