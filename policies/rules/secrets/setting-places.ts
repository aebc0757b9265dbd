// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Where each type of resource keeps settings in plain text. */

import { containers, members, type Place, pairs, parameter, script, text } from "./setting-readers";

const environment = members("environment", "variables");
const containersOfTask = containers("containerDefinitions");
const argumentsOfJob = [members("defaultArguments"), members("nonOverridableArguments")];
const containersOfModel = [
  members("primaryContainer", "environment"),
  members("containers", "environment"),
];
const machine = [script("userData"), script("userDataBase64")];

export const settingPlaces: Readonly<Record<string, readonly Place[]>> = {
  "aws:lambda/function:Function": [environment],
  "aws-native:lambda:Function": [environment],
  "aws:ecs/taskDefinition:TaskDefinition": [containersOfTask],
  "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": [
    pairs("name", "containerDefinitions", ["environments", "environment"]),
  ],
  "aws-native:ecs:TaskDefinition": [containersOfTask],
  "aws:codebuild/project:Project": [pairs("name", "environment", "environmentVariables")],
  "aws-native:codebuild:Project": [pairs("name", "environment", "environmentVariables")],
  "aws:batch/jobDefinition:JobDefinition": [
    containers("containerProperties"),
    members("parameters"),
  ],
  "aws-native:batch:JobDefinition": [containers("containerProperties"), members("parameters")],
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
  "aws-native:apprunner:Service": [
    pairs(
      "name",
      "sourceConfiguration",
      "imageRepository",
      "imageConfiguration",
      "runtimeEnvironmentVariables",
    ),
    pairs(
      "name",
      "sourceConfiguration",
      "codeRepository",
      "codeConfiguration",
      "codeConfigurationValues",
      "runtimeEnvironmentVariables",
    ),
  ],
  "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime": [members("environmentVariables")],
  "aws:bedrock/agentcoreHarness:AgentcoreHarness": [members("environmentVariables")],
  "aws:lambda/microvmsImage:MicrovmsImage": [members("environmentVariables")],
  "aws:lambdamicrovms/image:Image": [members("environmentVariables")],
  "aws:amplify/app:App": [members("environmentVariables")],
  "aws:amplify/branch:Branch": [members("environmentVariables")],
  "aws-native:amplify:App": [pairs("name", "environmentVariables")],
  "aws-native:amplify:Branch": [pairs("name", "environmentVariables")],
  "aws:elasticbeanstalk/environment:Environment": [pairs("name", "settings")],
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": [pairs("name", "settings")],
  "aws-native:elasticbeanstalk:Environment": [pairs("optionName", "optionSettings")],
  "aws-native:elasticbeanstalk:ConfigurationTemplate": [pairs("optionName", "optionSettings")],
  "aws:glue/job:Job": argumentsOfJob,
  "aws-native:glue:Job": argumentsOfJob,
  "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion": [
    members("containers", "environment"),
  ],
  "aws:sagemaker/model:Model": containersOfModel,
  "aws-native:sagemaker:Model": containersOfModel,
  "aws:cloudwatch/eventTarget:EventTarget": [text("input")],
  "aws-native:events:Rule": [text("targets", "input")],
  "aws:scheduler/schedule:Schedule": [text("target", "input")],
  "aws-native:scheduler:Schedule": [text("target", "input")],
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
  "aws:ec2/spotFleetRequest:SpotFleetRequest": [script("launchSpecifications", "userData")],
  "aws:imagebuilder/component:Component": [script("data")],
  "aws:imagebuilder/imageRecipe:ImageRecipe": [script("userDataBase64")],
  "aws:lightsail/instance:Instance": machine,
  "aws-native:autoscaling:LaunchConfiguration": machine,
  "aws-native:ec2:Instance": machine,
  "aws-native:imagebuilder:Component": [script("data")],
  "aws-native:ec2:LaunchTemplate": [script("launchTemplateData", "userData")],
};
