// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The region-named properties of the AWS provider that no rule reads as a copy of data, each with the
 * reason. After an upgrade of the provider, what is new belongs here or in a table of region properties.
 */

export const notCopies: readonly (readonly [where: RegExp, because: string])[] = [
  [/^aws:account\//, "an address, or the switch that opens a region to an account"],
  [
    /regionalCertificate|regionalNatGatewayId|RegionClusterNameSuffix|RegionParameterGroup/,
    "names no region",
  ],
  [
    /^aws:appsync\/.*(cognitoConfig|userPoolConfig|UserPoolConfig)/,
    "where tokens are checked; nothing is kept there",
  ],
  [/^aws:arcregionswitch\//, "of a plan that is judged because it is there to span regions"],
  [
    /^aws:(cloudfront|globalaccelerator|lightsail|s3control)\/(?!storageLens)/,
    "of an edge service, judged by forbid-edge-service",
  ],
  [/^aws:(backup\/reportPlan|s3control\/storageLens)/, "which regions a report is about"],
  [/^aws:(bcmdata|cur|budgets|servicequotas)\//, "bills and quotas"],
  [/^aws:chime\/voiceConnectorTermination/, "countries that may be called"],
  [/operationPreferences\.region/, "in which order, and not where"],
  [/^aws:cloudtrail\//, "judged by forbid-cross-region-copy with what is recorded"],
  [
    /(crossRegionCopies|crossRegionCopyRules|multiRegionProperties)$/,
    "the block whose properties are judged",
  ],
  [/regionalParameters$/, "parameters of regions that enabledRegions names"],
  [/^aws:ec2\/vpcIpam/, "addresses, which hold nothing"],
  [/^aws:eks\/capability/, "where people sign in"],
  [/^aws:identitystore\//, "part of a postal address"],
  [/^aws:imagebuilder\/lifecyclePolicy/, "what is left alone when images are deleted"],
  [/^aws:networkmanager\//, "the control plane of a network"],
  [/^aws:(notifications|uxc)\//, "what an account's console shows, in no region"],
  [/^aws:observabilityadmin\/telemetry/, "where telemetry is switched on, each region by itself"],
  [/^aws:rekognition\//, "regions of a picture"],
  [/^aws:resiliencehub\//, "an assessment of what is there"],
  [/^aws:route53\//, "names and health checks, which hold no data of theirs"],
  [/^aws:securityhub\/(automationRule|insight)/, "a filter"],
  [/^aws:ssmincidents\/replicationSet:ReplicationSet regions$/, "the block whose name is judged"],
  [/^aws:ssoadmin\/region/, "where an identity center is reachable"],
];

/** The same of aws-native. */
export const nativeNotCopies: readonly (readonly [where: RegExp, because: string])[] = [
  [/regionalCertificate|RegionClusterNameSuffix|RegionParameterGroup/, "names no region"],
  [/^aws-native:(agentregistry|appsync):/, "where callers are checked; nothing is kept there"],
  [/^aws-native:arcregionswitch:/, "of a plan that is judged because it is there to span regions"],
  [
    /^aws-native:elasticache:GlobalReplicationGroup /,
    "of a group that is judged because it is there to span regions",
  ],
  [
    /^aws-native:(cloudfront|globalaccelerator|s3:MultiRegionAccessPoint|s3:MultiRegionAccessPointPolicy)\b/,
    "of an edge service, judged by forbid-edge-service",
  ],
  [
    /^aws-native:(backup:ReportPlan|computeoptimizer|s3:StorageLens|supportauthz|wellarchitected)\b/,
    "which regions a report, a request or a review is about",
  ],
  [/^aws-native:(bcmdataexports|budgets|licensemanager):/, "bills, budgets and licences"],
  [/operationPreferences\.region/, "in which order, and not where"],
  [/^aws-native:cloudtrail:/, "judged by forbid-cross-region-copy with what is recorded"],
  [
    /(crossRegionCopy(Rules|Targets)?|multiRegionProperties)$/,
    "the block whose properties are judged",
  ],
  [
    /(environmentConfigurations\.awsRegion|replicaRegions)$/,
    "the block whose properties are judged",
  ],
  [/regionalParameters/, "parameters of regions that enabledRegions names"],
  [/multiRegionConsistency$/, "how alike replicas are whose regions are judged"],
  [/^aws-native:(deadline:Monitor|eks:Capability) /, "where people sign in"],
  [
    /^aws-native:(devopsagent|inspectorv2|securityhub:Connector).*(newRelic|azureRegions)/i,
    "a region of another company's",
  ],
  [/^aws-native:ec2:Ipam/, "addresses, which hold nothing"],
  [/assumeRoleRegion$/, "where a role is asked for"],
  [/^aws-native:imagebuilder:LifecyclePolicy/, "what is left alone when images are deleted"],
  [/^aws-native:iotwireless:/, "a band of radio waves"],
  [/^aws-native:lightsail:/, "where it is itself, which nobody can choose"],
  [/^aws-native:mediaconnect:Flow/, "of a proxy that keeps a key for decryption"],
  [
    /^aws-native:observabilityadmin:\w*TelemetryRule/,
    "where telemetry is switched on, each region by itself",
  ],
  [/^aws-native:outposts:/, "part of a postal address"],
  [/^aws-native:rekognition:/, "regions of a picture"],
  [/^aws-native:resiliencehub/, "an assessment of what is there"],
  [/^aws-native:route53:/, "names and health checks, which hold no data of theirs"],
  [/^aws-native:securityhub:(AutomationRule|Insight)/, "a filter"],
  [
    /^aws-native:ssmincidents:ReplicationSet regions(\.regionConfiguration)?$/,
    "the block whose name is judged",
  ],
  [/^aws-native:uxc:/, "what an account's console shows, in no region"],
];

/** Switches that open something to the public, by the rule that judges them or the reason that none does. */
export const publicSwitches: readonly (readonly [where: RegExp, judgedBy: string])[] = [
  [
    /^aws:s3\/(bucket(Acl)?(V2)?|bucketObject(v2)?|objectCopy):\w+ (acl|accessControlPolicy)$/,
    "forbid-public-bucket",
  ],
  [
    /^aws:s3\/(bucketPublicAccessBlock|accountPublicAccessBlock|accessPoint):/,
    "require-public-access-block",
  ],
  [/^aws:s3control\/multiRegionAccessPoint:/, "forbid-edge-service"],
  [/^aws:(lb|alb|elb)\/loadBalancer:LoadBalancer internal$/, "forbid-public-load-balancer"],
  [/accessControlTranslation/, "not public: who owns a replica"],
  [/ublicKey|ublicCertificate|SigningKey|keyPair/, "not public: one half of a key"],
  [
    /[cC]orsConfig|strictTransport|accessControlList|[sS]cheme$/,
    "not public: headers, protocols and indexing",
  ],
  [/^aws:sagemaker\/|^aws:imagebuilder\//, "not public: prices, models and filters"],
  [
    /^aws:emr\/blockPublicAccess|blockPublicPolicy$/,
    "not public: forbids, and is not required by any rule",
  ],
  [
    /^aws:ec2\/(eip|eipAssociation|vpcIpamPool):|publicAddressAllocationIds/,
    "not public: an address by itself",
  ],
  [
    /ssociatePublicIp|ssignPublicIp|mapPublicIp|createPublicIp/,
    "not judged: an address is reachable through security groups, judged by forbid-public-ingress",
  ],
  [
    /[pP]ubliclyAccessible$|publicConnectivity$|connectivityInfo\.publicAccess$/,
    "not judged: a database or broker is reachable through security groups, judged by forbid-public-ingress",
  ],
  [
    /^aws:eks\/cluster:Cluster vpcConfig\.(endpointPublicAccess|publicAccessCidrs)$/,
    "not judged: a control plane that authenticates every call",
  ],
  [
    /^aws:(apprunner|lightsail|mailmanager)\//,
    "not judged: hosting that is public by what it is for",
  ],
];
