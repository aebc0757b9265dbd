// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireStoreEncryption as rule } from "../../../../policies/rules/stores/require-store-encryption";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "data must be encrypted at rest with a customer-managed key";
const unencrypted = "which leaves the data unencrypted";
const managed = "which means a key that AWS manages";
const violated = (what: string) => violationOf(rule, `${what}; ${must}`);
const [type, template] = ["aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate"];
const disk = { encrypted: true, kmsKeyId: from("key.arn") };
const open = { deviceName: "/dev/sdf" };
const program = (token: string, properties: object): Program => ({
  key: { type: "aws:kms/key:Key" },
  it: { type: token, properties: { ...properties } },
});

describe("store-protection", () => {
  it("accepts that every disk of an instance and of a template has a key", async () => {
    const disks = { rootBlockDevice: disk, ebsBlockDevices: [{ ...open, ...disk }] };
    await assertCompliant(rule, program(type, disks));
    const mappings = [
      { ...open, ebs: disk },
      { ...open, virtualName: "ephemeral0" },
    ];
    await assertCompliant(rule, program(template, { blockDeviceMappings: mappings }));
    await assertCompliant(rule, program(template, {}));
  });

  it("judges the root of an instance that says nothing of it, before and after it is there", async () => {
    await assertAlwaysSays(rule, program(type, {}), [
      violated(`Instance 'it': 'rootBlockDevice' is missing, ${unencrypted}`),
    ]);
  });

  it("judges each disk by itself, in each spelling", async () => {
    const disks = [
      { ...open, ...disk },
      { ...open, encrypted: true },
    ];
    await assertAlwaysSays(rule, program(type, { rootBlockDevice: disk, ebsBlockDevices: disks }), [
      violated(`Instance 'it': 'ebsBlockDevices[1].kmsKeyId' is missing, ${managed}`),
    ]);
    const mappings = [{ ...open, ebs: { volumeSize: 8 } }];
    await assertAlwaysSays(rule, program(template, { blockDeviceMappings: mappings }), [
      violated(
        `LaunchTemplate 'it': 'blockDeviceMappings[0].ebs.encrypted' is missing, ${unencrypted}`,
      ),
    ]);
  });

  for (const token of [
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ]) {
    it(`judges the disks of ${token} like those of an instance`, () =>
      assertAlwaysSays(rule, program(token, { ebsBlockDevices: [open] }), [
        violated(`${token.split(":").at(-1)} 'it': 'rootBlockDevice' is missing, ${unencrypted}`),
        violated(
          `${token.split(":").at(-1)} 'it': 'ebsBlockDevices[0].encrypted' is missing, ${unencrypted}`,
        ),
      ]));
  }

  it("judges the disks of aws-native, whose instances always have one", async () => {
    const native = "aws-native:ec2:Instance";
    const ephemeral = { ...open, virtualName: "ephemeral0" };
    await assertCompliant(
      rule,
      program(native, { blockDeviceMappings: [{ ebs: disk }, ephemeral] }),
    );
    await assertAlwaysSays(rule, program(native, {}), [
      violated(`Instance 'it': 'blockDeviceMappings' is missing, ${unencrypted}`),
    ]);
    await assertAlwaysSays(rule, program(native, { blockDeviceMappings: [ephemeral] }), [
      violated(`Instance 'it': 'blockDeviceMappings[0].ebs' is missing, ${unencrypted}`),
    ]);
    const data = { blockDeviceMappings: [{ ebs: { encrypted: true } }] };
    await assertAlwaysSays(
      rule,
      program("aws-native:ec2:LaunchTemplate", { launchTemplateData: data }),
      [
        violated(
          `LaunchTemplate 'it': 'launchTemplateData.blockDeviceMappings[0].ebs.kmsKeyId' is missing, ${managed}`,
        ),
      ],
    );
  });

  it("leaves a disk open whose block comes from outside the program", () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const blocks = { rootBlockDevice: from("elsewhere.disk") };
    return assertSays(rule, { elsewhere, ...program(type, blocks) }, [
      undecidedOf("Instance 'it': 'rootBlockDevice' is", must),
    ]);
  });
});
