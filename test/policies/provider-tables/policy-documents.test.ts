// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { documentProperties } from "../../../policies/provider-tables/policy-documents";
import { providerTypes } from "../../support/pack/provider";

/** Properties with such a name whose documents are in another language or elsewhere. */
const others = new Set(
  `
  aws:cfg/organizationCustomPolicyRule:OrganizationCustomPolicyRule.policyText
  aws:cloudformation/stack:Stack.policyBody
  aws:cloudwatch/logAccountPolicy:LogAccountPolicy.policyDocument
  aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy.policyDocument
  aws:cloudwatch/logIndexPolicy:LogIndexPolicy.policyDocument
  aws:ecr/lifecyclePolicy:LifecyclePolicy.policy
  aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate.lifecyclePolicy
  aws:emr/instanceGroup:InstanceGroup.autoscalingPolicy
  aws:fsx/lustreFileSystem:LustreFileSystem.autoImportPolicy
  aws:fsx/ontapVolume:OntapVolume.snapshotPolicy
  aws:gamelift/fleet:Fleet.newGameSessionProtectionPolicy
  aws:gamelift/gameServerGroup:GameServerGroup.gameServerProtectionPolicy
  aws:iot/policyAttachment:PolicyAttachment.policy
  aws:kendra/index:Index.userContextPolicy
  aws:networkmanager/coreNetwork:CoreNetwork.basePolicyDocument
  aws:networkmanager/coreNetworkPolicyAttachment:CoreNetworkPolicyAttachment.policyDocument
  aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy.policy
  aws:opensearch/serverlessLifecyclePolicy:ServerlessLifecyclePolicy.policy
  aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy.policy
  aws:ses/receiptFilter:ReceiptFilter.policy
  aws:ses/receiptRule:ReceiptRule.tlsPolicy
  aws:sns/dataProtectionPolicy:DataProtectionPolicy.policy
  aws:sns/topic:Topic.archivePolicy
  aws:sns/topic:Topic.deliveryPolicy
  aws:sns/topicSubscription:TopicSubscription.deliveryPolicy
  aws:sns/topicSubscription:TopicSubscription.filterPolicy
  aws:sns/topicSubscription:TopicSubscription.redrivePolicy
  aws:sns/topicSubscription:TopicSubscription.replayPolicy
  aws:sqs/queue:Queue.redriveAllowPolicy
  aws:sqs/queue:Queue.redrivePolicy
  aws:sqs/redriveAllowPolicy:RedriveAllowPolicy.redriveAllowPolicy
  aws:sqs/redrivePolicy:RedrivePolicy.redrivePolicy
  aws:storagegateway/nfsFileShare:NfsFileShare.notificationPolicy
  aws:storagegateway/smbFileShare:SmbFileShare.notificationPolicy
  aws:verifiedaccess/endpoint:Endpoint.policyDocument
  aws:verifiedaccess/group:Group.policyDocument
  aws:workspacesweb/browserSettings:BrowserSettings.browserPolicy
  `
    .trim()
    .split(/\s+/),
);

const named =
  /^(policy|\w+Policy|policies|\w+Policies|policyDocument|\w+PolicyDocument|policyBody|policyText)$/;
/** Names of policies about connections, endings and defaults, which are not documents. */
const otherPolicies = [
  ...["ssl", "alpn", "tls", "security", "termination", "dnsRecordClientRouting"],
  ...["excessCapacityTermination", "dataDeletion", "default", "pullRequestBuild"],
  ...["webAppEndpoint", "deletePropagation"],
];
const ofOtherKind = new RegExp(`^(${otherPolicies.join("|")})Pol`);

describe("policy-documents", () => {
  it("lists every property of the provider that takes a policy as a string", function () {
    this.timeout(30_000);
    const unknown = providerTypes(/./).flatMap(({ token, declaration }) => {
      const [, args = ""] = /export interface \w+Args \{(.*?)\n\}/s.exec(declaration) ?? [];
      return [...args.matchAll(/\n {4}(\w+)\??: pulumi\.Input<string\b[^\n]*/g)]
        .map(([, property = ""]) => property)
        .filter((property) => named.test(property) && !ofOtherKind.test(property))
        .filter(
          (property) =>
            !(documentProperties.get(token) ?? []).some(({ path }) => path[0] === property),
        )
        .map((property) => `${token}.${property}`)
        .filter((one) => !others.has(one));
    });
    assert.deepEqual(unknown, []);
  });

  it("lists no type that the provider does not have", function () {
    this.timeout(30_000);
    const tokens = new Set(providerTypes(/./).map(({ token }) => token));
    const unknown = [...documentProperties.keys()].filter(
      (type) => type.startsWith("aws:") && !tokens.has(type),
    );
    assert.deepEqual(unknown, []);
  });
});
