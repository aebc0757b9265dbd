// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Condition keys that hold several values, by service: "ArrayOf…" in the Service Authorization Reference,
 * "Multivalued" in "AWS global condition context keys". A test compares them with the reference. What
 * ends in a slash stands for all keys that begin so.
 */
const BY_SERVICE: Readonly<Record<string, string>> = {
  a4b: "filters_devicetype",
  account: "accountresourceorgpaths alternatecontacttypes",
  acm: "domainnames",
  airflow: "teamnames",
  apigateway:
    "request/apikeyrequired request/authorizertype request/authorizeruri " +
    "request/conditionbasepaths request/endpointtype request/routeauthorizationtype " +
    "request/securitypolicy resource/apikeyrequired resource/authorizertype " +
    "resource/authorizeruri resource/conditionbasepaths resource/endpointtype " +
    "resource/routeauthorizationtype resource/securitypolicy",
  autoscaling:
    "capacityreservationids capacityreservationresourcegrouparns loadbalancernames " +
    "targetcapacitytypes targetgrouparns trafficsourceidentifiers vpczoneidentifiers",
  "aws-marketplace": "agreementtype productid",
  aws:
    "calledvia calledviaawsmcp principalorgpaths principalservicenameslist resourceorgpaths " +
    "sourceorgpaths tagkeys vpceorgpaths",
  backup: "copytargetorgpaths copytargets frameworkarns",
  "bedrock-agentcore":
    "allowedqueryparameters allowedrequestheaders allowedresponseheaders " +
    "credentialproviderscope inboundjwtclaim/aud inboundjwtclaim/scope securitygroups subnets",
  "bedrock-mantle": "files",
  cloudformation: "resourcetypes targetregion",
  cloudshell: "securitygroupids subnetids vpcids",
  cloudwatch: "alarmactions requestinsightruleloggroups requestmanagedresourcearns",
  codebuild:
    "buildbatchconfig.restrictions.computetypesallowed " +
    "buildbatchconfig.restrictions.fleetsallowed cache.modes " +
    "environment.environmentvariables.name environment.environmentvariables.value " +
    "filesystemlocations.identifier filesystemlocations.location filesystemlocations.type " +
    "secondaryartifacts.artifactidentifier secondaryartifacts.bucketowneraccess " +
    "secondaryartifacts.encryptiondisabled secondaryartifacts.location " +
    "secondarysources.auth.resource secondarysources.auth.type " +
    "secondarysources.buildstatusconfig.context secondarysources.buildstatusconfig.targeturl " +
    "secondarysources.insecuressl secondarysources.location secondarysources.sourceidentifier " +
    "vpcconfig.securitygroupids vpcconfig.subnets",
  comprehend: "vpcsecuritygroupids vpcsubnets",
  connect:
    "flowtype listrealtimecontactanalysissegmentsbysegmenttype monitorcapabilities searchcontactsbycontactanalysis",
  datapipeline: "pipelinecreator workergroup",
  deadline: "farmmembershiplevels fleetmembershiplevels jobmembershiplevels queuemembershiplevels",
  "devops-guru": "servicenames",
  dsql: "fistargetarns",
  dynamodb:
    "attributes firstpartitionkeyvalues fistargetarns fourthpartitionkeyvalues leadingkeys " +
    "secondpartitionkeyvalues thirdpartitionkeyvalues",
  ec2:
    "fistargetarns ikeversions phase1dhgroup phase1encryptionalgorithms phase1integrityalgorithms " +
    "phase2dhgroup phase2encryptionalgorithms phase2integrityalgorithms " +
    "vpceprivatednsspecifieddomains",
  ecs: "capacity-provider compute-compatibility subnet",
  eks: "encryptionconfigproviderkeyarns kubernetesgroups namespaces",
  elasticloadbalancing: "listenerprotocol securitygroup securitypolicy subnet",
  events: "detail-type eventbusarn metadata/ source targetarn",
  fis: "operations targets",
  geo: "deviceids geofenceids",
  glue: "securitygroupids subnetids vpcids",
  iam: "accountpropertynamespaces",
  identitystore: "groupexternalidissuers groupid userexternalidissuers userid",
  imagebuilder: "createdresourcetagkeys",
  iot: "thinggrouparn tunneldestinationservice",
  iotfleetwise: "signals",
  iotsitewise: "taskarns",
  iottwinmaker: "linkedservices",
  kinesis: "fistargetarns",
  kms: "encryptioncontextkeys grantoperations resourcealiases",
  lambda: "layer securitygroupids subnetids",
  lex: "associatedintents associatedslottypes",
  logs: "loggeneratingresourcearns",
  networkmanager: "edgelocations subnetarns",
  oam: "resourcetypes",
  observabilityadmin: "centralizationsourceid centralizationsourceregions",
  "partnercentral-account-management": "legacypartnercentralrole marketingcentralrole proserverole",
  partnercentral: "fulfillmenttypes programs",
  "payment-cryptography": "resourcealiases",
  pi: "dimensions",
  quicksight: "allowedembeddingdomains kmskeyarns",
  "refactor-spaces": "createdbyaccountids",
  route53:
    "changeresourcerecordsetsactions changeresourcerecordsetsnormalizedrecordnames changeresourcerecordsetsrecordtypes",
  s3: "inventoryaccessibleoptionalfields requestobjecttagkeys",
  s3express: "inventoryaccessibleoptionalfields permissions",
  sagemaker:
    "acceleratortypes customermetadatapropertiestoremove imagearns imageversionarns " +
    "instancetypes notebookinstancelifecycleconfigarns studiolifecycleconfigarns " +
    "updatablefeatures vpcsecuritygroupids vpcsubnets",
  saml:
    "cn eduorghomepageuri eduorgidentityauthnpolicyuri eduorglegalname eduorgsuperioruri " +
    "eduorgwhitepagesuri edupersonaffiliation edupersonassurance edupersonentitlement " +
    "edupersonnickname edupersonorgunitdn edupersonscopedaffiliation edupersontargetedid",
  secretsmanager: "addreplicaregions",
  ses: "configurationsetoptions recipients replicaregion",
  ssm: "documentcategories documentversion inventorytypename",
  states: "statemachinequalifier",
  sts: "identitytokenaudience requestcontextproviders transitivetagkeys",
  synthetics: "names",
  transfer: "requestserverprotocols",
  "vpc-lattice-svcs": "requestquerystring/",
  "vpc-lattice": "privatednsspecifieddomains securitygroupids targetgrouparns",
  wisdom: "messagetemplate/routingprofilearn searchfilter/qualifier",
};

const MULTIVALUED: ReadonlySet<string> = new Set(
  Object.entries(BY_SERVICE).flatMap(([service, names]) =>
    names.split(" ").map((name) => `${service}:${name}`),
  ),
);

/** Whether a key, in lower case, is one that holds several values. */
export function isMultivalued(key: string): boolean {
  return MULTIVALUED.has(key) || MULTIVALUED.has(key.slice(0, key.indexOf("/") + 1));
}
