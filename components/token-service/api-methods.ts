// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { makePaths } from "./api-paths";
import { stageName } from "./api-stage";
import type { Route } from "./contract/routes";
import { methodArns } from "./documents/method-arns";

interface ApiMethods {
  readonly restApi: aws.apigateway.RestApi;
  readonly routes: readonly Route[];
  readonly tokenFunction: aws.lambda.Function;
  readonly accountId: pulumi.Output<string>;
}

/** Makes the API's methods and their integrations with the function, and lets these methods invoke it. */
export function makeApiMethods(
  name: string,
  args: ApiMethods,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const { restApi, routes } = args;
  const paths = makePaths(
    `${name}-path`,
    restApi,
    routes.map(({ path }) => path),
    opts,
  );
  const validator = new aws.apigateway.RequestValidator(
    `${name}-validator`,
    { restApi: restApi.id, validateRequestBody: true, validateRequestParameters: true },
    opts,
  );
  return routes.flatMap((route) => {
    const resourceId = paths.get(route.path) ?? restApi.rootResourceId;
    return makeMethod(name, { ...args, route, validator, resourceId }, opts);
  });
}

interface Method extends ApiMethods {
  readonly route: Route;
  readonly validator: aws.apigateway.RequestValidator;
  /** Id of the path's resource in the API. */
  readonly resourceId: pulumi.Output<string>;
}

function makeMethod(
  name: string,
  { restApi, route, tokenFunction, accountId, validator, resourceId }: Method,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const child = `${name}-${kebab(route.operationId)}`;
  const model = makeModel(child, route, restApi, opts);
  const method = new aws.apigateway.Method(
    child,
    {
      restApi: restApi.id,
      resourceId,
      httpMethod: route.method,
      authorization: "AWS_IAM",
      requestValidatorId: validator.id,
      requestParameters: requiredParameters(route.path),
      ...(model && { requestModels: { "application/json": model.name } }),
    },
    opts,
  );
  const integration = new aws.apigateway.Integration(
    child,
    {
      restApi: restApi.id,
      resourceId,
      httpMethod: method.httpMethod,
      type: "AWS_PROXY",
      integrationHttpMethod: "POST",
      uri: tokenFunction.invokeArn,
      timeoutMilliseconds: 6000,
    },
    opts,
  );
  new aws.lambda.Permission(
    child,
    {
      function: tokenFunction.name,
      action: "lambda:InvokeFunction",
      principal: "apigateway.amazonaws.com",
      sourceAccount: accountId,
      sourceArn: restApi.executionArn.apply(
        (executionArn) => methodArns({ executionArn, stageName, routes: [route] })[0] ?? "",
      ),
    },
    opts,
  );
  return [method, integration];
}

function makeModel(
  child: string,
  { requestModel }: Route,
  restApi: aws.apigateway.RestApi,
  opts: pulumi.CustomResourceOptions,
): aws.apigateway.Model | undefined {
  return (
    requestModel &&
    new aws.apigateway.Model(
      child,
      {
        restApi: restApi.id,
        name: requestModel.name,
        contentType: "application/json",
        schema: JSON.stringify(requestModel.schema),
      },
      opts,
    )
  );
}

function requiredParameters(path: string): Record<string, boolean> {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  return Object.fromEntries(names.map((name) => [`method.request.path.${name}`, true]));
}

function kebab(operationId: string): string {
  return operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
