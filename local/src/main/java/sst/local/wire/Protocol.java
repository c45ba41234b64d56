package sst.local.wire;

/** How a service with named operations encodes calls and answers. */
public enum Protocol {
    /** {@code application/x-amz-json-1.0}: DynamoDB, SQS. */
    JSON_1_0,
    /** {@code application/x-amz-json-1.1}: SSM, CloudWatch Logs. */
    JSON_1_1,
    /** Form parameters in, XML out: CloudFormation, STS, IAM, SNS. Lists are {@code Name.member.N}. */
    QUERY
}
