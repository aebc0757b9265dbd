// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { forbidPlaintextSecrets as rule } from "../../../../policies/rules/secrets/forbid-plaintext-secrets";
import { judge } from "../../../support/pack/judge";
import { from, one, secret } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const functionWith = (variables: unknown) =>
  one("aws:lambda/function:Function", { environment: { variables } });
const certificate = () => randomBytes(16).toString("hex");

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "credentials belong in Secrets Manager or in an encrypted parameter",
});

describe("forbid-plaintext-secrets", () => {
  notApplicable({
    "the program has no resource of AWS's": { command: { type: "command:local:Command" } },
  });

  complies({
    "a function without environment": one("aws:lambda/function:Function", {}),
    "a function with the ARN of the secret": functionWith({
      APP_CERTIFICATE_SECRET_ARN: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:agora",
    }),
    "a container whose secrets are references": one("aws:ecs/taskDefinition:TaskDefinition", {
      containerDefinitions: JSON.stringify([
        { secrets: [{ name: "DB_PASSWORD", valueFrom: "arn:aws:ssm:…" }] },
      ]),
    }),
    "an encrypted parameter": one("aws:ssm/parameter:Parameter", {
      type: "SecureString",
      name: "/classroom/password",
      value: secret("whatever"),
    }),
    "user data that reads the secret at run time": one("aws:ec2/instance:Instance", {
      userData: [
        "#!/bin/sh",
        'DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id db)"',
        "docker run -e DB_PASSWORD=$DB_PASSWORD -e MODE=live image",
        "docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-central-1.amazonaws.com",
        "mysql --password $DB_PASSWORD --user app",
        "sed -i 's/^PASSWORD=.*$/PASSWORD='$DB_PASSWORD'/' /etc/app",
        "printf 'password=%s\\n' \"$DB_PASSWORD\" >> /etc/app",
        'if [ "$PASSWORD" == "" ]; then exit 1; fi',
      ].join("\n"),
    }),
    "settings in JSON that refer to a secret": functionWith({
      CONFIG: JSON.stringify({ secretArn: "arn:aws:ssm:eu-central-1:111122223333:parameter/db" }),
      LIST: "[not JSON",
    }),
    "tags that say who owns it": one("aws:s3/bucket:Bucket", { tags: { owner: "school" } }),
  });

  violates({
    "a password in a function's environment": [
      functionWith({ MODE: "live", DB_PASSWORD: "changeme" }),
      "Function 'it': 'environment.variables.DB_PASSWORD' holds a password",
    ],
    "an App Certificate in an environment": [
      functionWith({ AGORA_APP_CERTIFICATE: certificate() }),
      "Function 'it': 'environment.variables.AGORA_APP_CERTIFICATE' holds an Agora App Certificate",
    ],
    "an App Certificate that is marked as a secret": [
      functionWith({ appCertificate: secret(certificate()) }),
      "Function 'it': 'environment.variables.appCertificate' holds an Agora App Certificate",
    ],
    "an environment of aws-native": [
      one("aws-native:lambda:Function", { environment: { variables: { DB_PASSWORD: "x1" } } }),
      "Function 'it': 'environment.variables.DB_PASSWORD' holds a password",
    ],
    "a container's environment": [
      one("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: JSON.stringify([
          { environment: [{ name: "API_KEY", value: certificate() }] },
        ]),
      }),
      "TaskDefinition 'it': 'containerDefinitions[0].environment[0].value' " +
        "holds a value as random as a key",
    ],
    "a build's variable": [
      one("aws:codebuild/project:Project", {
        environment: {
          environmentVariables: [{ name: "NPM", value: `npm_${"a1B2".repeat(9)}` }],
        },
      }),
      "Project 'it': 'environment.environmentVariables[0].value' holds an npm token",
    ],
    "a parameter in plain text": [
      one("aws:ssm/parameter:Parameter", {
        type: "String",
        name: "/agora/app-certificate",
        value: certificate(),
      }),
      "Parameter 'it': 'value' holds an Agora App Certificate",
    ],
    "the user data of a machine": [
      one("aws:ec2/instance:Instance", {
        userData: "#!/bin/sh\nexport DB_PASSWORD=changeme\n",
      }),
      "Instance 'it': 'userData (line 2)' holds a password",
    ],
    "an App Certificate that user data appends to a file": [
      one("aws:ec2/instance:Instance", {
        userData: `#!/bin/sh\necho "AGORA_APP_CERTIFICATE=${certificate()}" >> /etc/environment\n`,
      }),
      "Instance 'it': 'userData (line 2)' holds an Agora App Certificate",
    ],
    "an App Certificate that user data hands to a container": [
      one("aws:ec2/instance:Instance", {
        userData: `docker run -e MODE=live -e AGORA_APP_CERTIFICATE=${certificate()} image`,
      }),
      "Instance 'it': 'userData (line 1)' holds an Agora App Certificate",
    ],
    "an App Certificate in the command of a container": [
      one("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: [{ command: ["serve", "--app-certificate", certificate()] }],
      }),
      "TaskDefinition 'it': 'containerDefinitions[0].command (line 1)' holds an Agora App Certificate",
    ],
    "a password in JSON that user data writes": [
      one("aws:ec2/instance:Instance", {
        userData: `cat > /etc/app.json <<EOF\n{"user": "app", "password": "changeme"}\nEOF`,
      }),
      "Instance 'it': 'userData (line 2)' holds a password",
    ],
    "a password in a list of settings that user data writes": [
      one("aws:ec2/instance:Instance", { userData: "#cloud-config\n  - password: changeme" }),
      "Instance 'it': 'userData (line 2)' holds a password",
    ],
    "the user data of a template of aws-native": [
      one("aws-native:ec2:LaunchTemplate", {
        launchTemplateData: { userData: "export DB_PASSWORD=changeme" },
      }),
      "LaunchTemplate 'it': 'launchTemplateData.userData (line 1)' holds a password",
    ],
    "an App Certificate within JSON": [
      functionWith({ CONFIG: JSON.stringify({ agora: { appCertificate: certificate() } }) }),
      "Function 'it': 'environment.variables.CONFIG' holds an Agora App Certificate",
    ],
    "a password within JSON": [
      functionWith({ CONFIG: JSON.stringify([{ user: "app", password: "changeme" }]) }),
      "Function 'it': 'environment.variables.CONFIG' holds a password",
    ],
    "a key whose name only says that it is Agora's": [
      functionWith({ AGORA_KEY: certificate() }),
      "Function 'it': 'environment.variables.AGORA_KEY' holds a value as random as a key",
    ],
    "the user data of a template": [
      one("aws:ec2/launchTemplate:LaunchTemplate", {
        userData: Buffer.from("curl https://app:hunter2@example.com/").toString("base64"),
      }),
      "LaunchTemplate 'it': 'userData (line 1)' holds a URL with a password",
    ],
    "a tag": [
      one("aws:s3/bucket:Bucket", { tags: { password: "changeme" } }),
      "Bucket 'it': 'tags.password' holds a password",
    ],
  });

  it("violation: each of several credentials, without their values", async () => {
    const values = [certificate(), certificate()];
    const { reports } = await judge(
      rule,
      functionWith({ APP_CERTIFICATE: values[0], API_KEY: values[1] }),
    );
    assert.equal(reports.length, 2);
    for (const { message } of reports) {
      assert.ok(!values.some((value) => message.includes(value)));
    }
  });

  describe("outputs of a stack", () => {
    complies({
      "ids, placeholders and references, however deep": one("pulumi:pulumi:Stack", {
        url: "https://example.com/",
        certificate: { secretArn: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:a" },
        storage: [{ secretKey: "<secret access key of the writer>" }],
        open: from("command.stdout"),
      }),
    });

    ruleSpec(rule, {
      must: "a stack must not hand out credentials",
      fix:
        "Leave it out of the outputs; " +
        "if it has to be one, mark it as a secret and exempt the stack.",
      level: "advisory",
    }).violates({
      "a credential, which is advice because no rule sees what is marked as a secret": [
        one("pulumi:pulumi:Stack", { database: [{ user: "app", password: "changeme" }] }),
        "Stack 'it': 'database[0].password' holds a password",
      ],
    });
  });

  undecided({
    "a value that is not known yet, under the name of a secret": [
      functionWith({ DB_PASSWORD: from("command.stdout"), API: from("command.stdout") }),
      "Function 'it': 'environment.variables.DB_PASSWORD' is",
    ],
    "an App Certificate that is not known yet": [
      functionWith({ APP_CERTIFICATE: from("command.stdout") }),
      "Function 'it': 'environment.variables.APP_CERTIFICATE' is",
    ],
    "user data that is not known yet": [
      one("aws:ec2/instance:Instance", { userData: from("command.x") }),
      "Instance 'it': 'userData' is",
    ],
    "containers that are not known yet": [
      one("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: from("command.x") }),
      "TaskDefinition 'it': 'containerDefinitions' is",
    ],
  });

  exempted({
    "a function that an administrator allows, without the value": [
      functionWith({ DB_PASSWORD: "changeme" }),
      "*::it",
      "a sandbox",
      "Function 'it': 'environment.variables.DB_PASSWORD' holds a password",
    ],
  });
});
