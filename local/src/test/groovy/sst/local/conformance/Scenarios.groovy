package sst.local.conformance

/** What is called, and what must come of it, the same for every client. {@code @name} is a value kept from before. */
class Scenarios {
    /**
     * One call.
     *
     * @param expected paths of the answer with their values; {@code #} is a size; or {@code error} and {@code text}
     * @param kept names for values at paths of the answer
     */
    static record Step(String operation, Map<String, Object> input, Map<String, Object> expected, Map<String, String> kept) {}

    static Step ok(String operation, Map input = [:], Map expected = [:], Map kept = [:]) {
        new Step(operation, input, expected, kept)
    }

    static Step no(String operation, Map input, String code, String text) {
        new Step(operation, input, [error: code, text: text], [:])
    }

    private static final String ROLE = 'arn:aws:iam::000000000000:role/r'
    private static final Map KEY = [KeySchema: [[AttributeName: 'pk', KeyType: 'HASH'], [AttributeName: 'sk', KeyType: 'RANGE']],
        AttributeDefinitions: [[AttributeName: 'pk', AttributeType: 'S'], [AttributeName: 'sk', AttributeType: 'N']], BillingMode: 'PAY_PER_REQUEST']

    private static final Map SCHEDULE = [GroupName: 'conform', ScheduleExpression: 'rate(1 hour)', FlexibleTimeWindow: [Mode: 'OFF'],
        Target: [Arn: 'arn:aws:sqs:us-east-1:000000000000:none', RoleArn: ROLE]]

    private static Map item(int n) {
        [pk: [S: 'p'], sk: [N: "$n".toString()], v: [L: [[S: 'x'], [BOOL: true], [NULL: true]]]]
    }

    static final Map<String, List<Step>> ALL = [
        sts: [
            ok('GetCallerIdentity', [:], [Account: '000000000000']),
            ok('AssumeRole', [RoleArn: ROLE, RoleSessionName: 'me'], ['AssumedRoleUser.Arn': 'arn:aws:sts::000000000000:assumed-role/r/me'])
        ],
        s3: [
            ok('CreateBucket', [Bucket: 'conform']),
            ok('PutObject', [Bucket: 'conform', Key: 'a/ü +%.txt', Body: 'hello', ContentType: 'text/plain', Metadata: [who: 'me']]),
            ok('GetObject', [Bucket: 'conform', Key: 'a/ü +%.txt'], [Body: 'hello', ContentType: 'text/plain', 'Metadata.who': 'me', ETag: '"5d41402abc4b2a76b9719d911017c592"']),
            ok('GetObject', [Bucket: 'conform', Key: 'a/ü +%.txt', Range: 'bytes=1-2'], [Body: 'el', ContentRange: 'bytes 1-2/5']),
            ok('PutObject', [Bucket: 'conform', Key: 'b', Body: 'b']),
            ok('PutObject', [Bucket: 'conform', Key: 'c', Body: 'c']),
            ok('ListObjectsV2', [Bucket: 'conform', Delimiter: '/', MaxKeys: 2], ['CommonPrefixes.0.Prefix': 'a/', 'Contents.0.Key': 'b', KeyCount: 2, IsTruncated: true], [next: 'NextContinuationToken']),
            ok('ListObjectsV2', [Bucket: 'conform', Delimiter: '/', ContinuationToken: '@next'], ['Contents.0.Key': 'c', IsTruncated: false]),
            ok('CreateMultipartUpload', [Bucket: 'conform', Key: 'parts'], [:], [upload: 'UploadId']),
            ok('UploadPart', [Bucket: 'conform', Key: 'parts', UploadId: '@upload', PartNumber: 1, Body: 'whole'], [:], [etag: 'ETag']),
            ok('ListParts', [Bucket: 'conform', Key: 'parts', UploadId: '@upload'], ['Parts.0.Size': 5]),
            no('CompleteMultipartUpload', [Bucket: 'conform', Key: 'parts', UploadId: '@upload', MultipartUpload: [Parts: [[PartNumber: 2, ETag: '@etag']]]], 'InvalidPart', 'One or more of the specified parts could not be found'),
            ok('CompleteMultipartUpload', [Bucket: 'conform', Key: 'parts', UploadId: '@upload', MultipartUpload: [Parts: [[PartNumber: 1, ETag: '@etag']]]], [Key: 'parts']),
            ok('GetObjectAttributes', [Bucket: 'conform', Key: 'parts', ObjectAttributes: ['ObjectParts', 'ObjectSize']], [ObjectSize: 5, 'ObjectParts.TotalPartsCount': 1]),
            ok('CopyObject', [Bucket: 'conform', Key: 'copy', CopySource: 'conform/b'], ['CopyObjectResult.ETag': '"92eb5ffee6ae2fec3ad71c777531578f"']),
            no('CopyObject', [Bucket: 'conform', Key: 'b', CopySource: 'conform/b'], 'InvalidRequest', 'This copy request is illegal'),
            no('GetObject', [Bucket: 'conform', Key: 'b', Range: 'bytes=9-'], 'InvalidRange', 'The requested range is not satisfiable'),
            ok('PutObjectTagging', [Bucket: 'conform', Key: 'b', Tagging: [TagSet: [[Key: 'k', Value: 'v']]]]),
            ok('GetObjectTagging', [Bucket: 'conform', Key: 'b'], ['TagSet.0.Value': 'v']),
            ok('ListObjectVersions', [Bucket: 'conform', MaxKeys: 2], ['Versions.#': 2, IsTruncated: true, 'Versions.0.VersionId': 'null']),
            no('CreateBucket', [Bucket: 'xn--conform'], 'InvalidBucketName', 'The specified bucket is not valid.'),
            no('GetBucketCors', [Bucket: 'conform'], 'NoSuchCORSConfiguration', ''),
            no('GetObject', [Bucket: 'conform', Key: 'none'], 'NoSuchKey', 'The specified key does not exist.'),
            no('ListObjectsV2', [Bucket: 'conform-none'], 'NoSuchBucket', 'The specified bucket does not exist'),
            no('DeleteBucket', [Bucket: 'conform'], 'BucketNotEmpty', 'The bucket you tried to delete is not empty'),
            no('PutObject', [Bucket: 'conform', Key: 'b', Body: 'x', IfNoneMatch: '*'], 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold'),
            ok('DeleteObjects', [Bucket: 'conform', Delete: [Objects: [[Key: 'a/ü +%.txt'], [Key: 'b'], [Key: 'c'], [Key: 'parts'], [Key: 'copy']]]], ['Deleted.#': 5]),
            ok('DeleteBucket', [Bucket: 'conform'])
        ],
        ssm: [
            ok('PutParameter', [Name: '/conform/a', Value: '1', Type: 'String'], [Version: 1]),
            ok('PutParameter', [Name: '/conform/b', Value: '2', Type: 'SecureString']),
            no('PutParameter', [Name: '/conform/a', Value: '3', Type: 'String'], 'ParameterAlreadyExists', 'The parameter already exists.'),
            ok('GetParametersByPath', [Path: '/conform', MaxResults: 1], ['Parameters.0.Name': '/conform/a'], [next: 'NextToken']),
            ok('GetParametersByPath', [Path: '/conform', NextToken: '@next', WithDecryption: true], ['Parameters.0.Value': '2']),
            no('GetParameter', [Name: '/conform/none'], 'ParameterNotFound', ''),
            ok('DeleteParameters', [Names: ['/conform/a', '/conform/b', '/conform/c']], ['DeletedParameters.#': 2, 'InvalidParameters.0': '/conform/c'])
        ],
        logs: [
            ok('CreateLogGroup', [logGroupName: '/conform']),
            no('CreateLogGroup', [logGroupName: '/conform'], 'ResourceAlreadyExistsException', 'The specified log group already exists'),
            ok('CreateLogStream', [logGroupName: '/conform', logStreamName: 's']),
            ok('PutLogEvents', [logGroupName: '/conform', logStreamName: 's', logEvents: [[timestamp: '@now', message: 'one'], [timestamp: '@now', message: 'two']]]),
            ok('GetLogEvents', [logGroupName: '/conform', logStreamName: 's', startFromHead: true, limit: 1], ['events.0.message': 'one'], [next: 'nextForwardToken']),
            ok('GetLogEvents', [logGroupName: '/conform', logStreamName: 's', nextToken: '@next'], ['events.0.message': 'two']),
            ok('FilterLogEvents', [logGroupName: '/conform', filterPattern: 'two'], ['events.#': 1, 'events.0.logStreamName': 's']),
            no('GetLogEvents', [logGroupName: '/conform', logStreamName: 'none'], 'ResourceNotFoundException', 'The specified log stream does not exist.'),
            ok('CreateLogGroup', [logGroupName: '/conform/2']),
            ok('DescribeLogGroups', [logGroupNamePrefix: '/conform', limit: 1], ['logGroups.0.logGroupName': '/conform'], [more: 'nextToken']),
            ok('DescribeLogGroups', [logGroupNamePrefix: '/conform', nextToken: '@more'], ['logGroups.0.logGroupName': '/conform/2']),
            no('PutRetentionPolicy', [logGroupName: '/conform', retentionInDays: 2], 'InvalidParameterException', '2 validation error detected|retentionInDays|Value'),
            ok('DeleteLogGroup', [logGroupName: '/conform/2']),
            ok('DeleteLogGroup', [logGroupName: '/conform'])
        ],
        iam: [
            ok('CreateRole', [RoleName: 'conform', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}'], ['Role.Arn': 'arn:aws:iam::000000000000:role/conform']),
            no('CreateRole', [RoleName: 'conform', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}'], 'EntityAlreadyExists|EntityAlreadyExistsException', 'Role with name conform already exists.'),
            ok('PutRolePolicy', [RoleName: 'conform', PolicyName: 'p', PolicyDocument: '{"Version":"2012-10-17","Statement":[]}']),
            ok('ListRolePolicies', [RoleName: 'conform'], ['PolicyNames.0': 'p', IsTruncated: false]),
            no('DeleteRole', [RoleName: 'conform'], 'DeleteConflict|DeleteConflictException', 'Cannot delete entity, must delete policies first.'),
            no('GetRole', [RoleName: 'none'], 'NoSuchEntity|NoSuchEntityException', 'The role with name none cannot be found.'),
            ok('DeleteRolePolicy', [RoleName: 'conform', PolicyName: 'p']),
            ok('DeleteRole', [RoleName: 'conform'])
        ],
        lambda: [
            ok('CreateFunction', [FunctionName: 'conform', Runtime: 'nodejs20.x', Role: ROLE, Handler: 'index.handler', Timeout: 60, Code: [S3Bucket: 'conform-code', S3Key: 'code.zip']], [FunctionName: 'conform', PackageType: 'Zip', Version: '$LATEST']),
            ok('Invoke', [FunctionName: 'conform', Payload: '{"n":21}'], [Payload: '42', StatusCode: 200]),
            ok('Invoke', [FunctionName: 'conform', Payload: '{}'], [FunctionError: 'Unhandled']),
            no('CreateFunction', [FunctionName: 'conform', Runtime: 'nodejs20.x', Role: ROLE, Handler: 'index.handler', Code: [S3Bucket: 'conform-code', S3Key: 'code.zip']], 'ResourceConflictException', 'Function already exist: conform'),
            no('GetFunction', [FunctionName: 'none'], 'ResourceNotFoundException', 'Function not found: arn:aws:lambda:us-east-1:000000000000:function:none'),
            ok('PutFunctionEventInvokeConfig', [FunctionName: 'conform', MaximumRetryAttempts: 1], [MaximumRetryAttempts: 1]),
            ok('ListFunctionEventInvokeConfigs', [FunctionName: 'conform'], ['FunctionEventInvokeConfigs.0.MaximumRetryAttempts': 1]),
            ok('PublishVersion', [FunctionName: 'conform'], [Version: '1']),
            ok('ListVersionsByFunction', [FunctionName: 'conform'], ['Versions.#': 2, 'Versions.1.Version': '1']),
            ok('DeleteFunction', [FunctionName: 'conform'])
        ],
        dynamodb: [
            ok('CreateTable', [TableName: 'conform'] + KEY, ['TableDescription.TableName': 'conform']),
            no('CreateTable', [TableName: 'conform'] + KEY, 'ResourceInUseException', 'Table already exists: conform'),
            ok('BatchWriteItem', [RequestItems: [conform: (1..5).collect { [PutRequest: [Item: item(it)]] }]], ['UnprocessedItems.#': 0]),
            ok('Query', [TableName: 'conform', KeyConditionExpression: 'pk = :p AND sk > :n', ExpressionAttributeValues: [':p': [S: 'p'], ':n': [N: '1']], Limit: 3], [Count: 3, 'Items.0.sk.N': '2', 'Items.0.v.L.1.BOOL': true], [last: 'LastEvaluatedKey']),
            ok('Query', [TableName: 'conform', KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: [':p': [S: 'p']], ExclusiveStartKey: '@last'], [Count: 1, 'Items.0.sk.N': '5']),
            ok('UpdateItem', [TableName: 'conform', Key: [pk: [S: 'p'], sk: [N: '1']], UpdateExpression: 'SET n = if_not_exists(n, :z) + :i', ExpressionAttributeValues: [':z': [N: '0'], ':i': [N: '2']], ReturnValues: 'UPDATED_NEW', ReturnConsumedCapacity: 'TOTAL'], ['Attributes.n.N': '2', 'ConsumedCapacity.CapacityUnits': 1.0d]),
            no('PutItem', [TableName: 'conform', Item: item(1), ConditionExpression: 'attribute_not_exists(pk)'], 'ConditionalCheckFailedException', 'The conditional request failed'),
            no('GetItem', [TableName: 'conform', Key: [pk: [S: 'p']]], 'ValidationException', 'The provided key element does not match the schema'),
            no('GetItem', [TableName: 'none', Key: [pk: [S: 'p']]], 'ResourceNotFoundException', 'Requested resource not found'),
            no('TransactWriteItems', [TransactItems: [[ConditionCheck: [TableName: 'conform', Key: [pk: [S: 'q'], sk: [N: '1']], ConditionExpression: 'attribute_exists(pk)']], [Put: [TableName: 'conform', Item: item(9)]]]], 'TransactionCanceledException', 'Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]'),
            ok('Scan', [TableName: 'conform', FilterExpression: 'sk IN (:a, :b)', ExpressionAttributeValues: [':a': [N: '1'], ':b': [N: '4']]], [Count: 2, ScannedCount: 5]),
            ok('ExecuteStatement', [Statement: 'SELECT sk FROM conform WHERE pk = ? AND sk >= 4', Parameters: [[S: 'p']], Limit: 1], ['Items.0.sk.N': '4'], [token: 'NextToken']),
            ok('ExecuteStatement', [Statement: 'SELECT sk FROM conform WHERE pk = ? AND sk >= 4', Parameters: [[S: 'p']], NextToken: '@token'], ['Items.0.sk.N': '5']),
            no('ExecuteStatement', [Statement: "INSERT INTO conform VALUE {'pk': 'p', 'sk': 1}"], 'DuplicateItemException', 'Duplicate primary key exists in table'),
            no('ExecuteStatement', [Statement: 'SLECT'], 'ValidationException', "Statement wasn't well formed, can't be processed"),
            ok('BatchExecuteStatement', [Statements: [[Statement: "SELECT sk FROM conform WHERE pk = 'p' AND sk = 2"], [Statement: 'SELECT * FROM conform']]], ['Responses.0.Item.sk.N': '2', 'Responses.1.Error.Code': 'ValidationError']),
            ok('ExecuteTransaction', [TransactStatements: [[Statement: "UPDATE conform SET w = 'x' WHERE pk = 'p' AND sk = 2"]]], ['Responses.#': 1]),
            ok('BatchGetItem', [RequestItems: [conform: [Keys: [[pk: [S: 'p'], sk: [N: '2']], [pk: [S: 'q'], sk: [N: '2']]]]]], ['Responses.conform.#': 1, 'Responses.conform.0.w.S': 'x']),
            ok('CreateTable', [TableName: 'conform-2'] + KEY),
            ok('ListTables', [Limit: 1], ['TableNames.0': 'conform', LastEvaluatedTableName: 'conform']),
            ok('ListTables', [Limit: 1, ExclusiveStartTableName: 'conform'], ['TableNames.0': 'conform-2']),
            no('Scan', [TableName: 'conform', Segment: 3, TotalSegments: 2], 'ValidationException', 'The Segment parameter is zero-based and must be less than parameter TotalSegments'),
            no('BatchGetItem', [RequestItems: [conform: [Keys: [[pk: [S: 'p'], sk: [N: '2']], [pk: [S: 'p'], sk: [N: '2']]]]]], 'ValidationException', 'Provided list of item keys contains duplicates'),
            ok('Scan', [TableName: 'conform', Segment: 0, TotalSegments: 2, Limit: 1], [Count: 1], [start: 'LastEvaluatedKey']),
            no('Scan', [TableName: 'conform', Segment: 1, TotalSegments: 2, ExclusiveStartKey: '@start'], 'ValidationException', 'Please use ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: 1'),
            no('TransactGetItems', [TransactItems: [[Get: [TableName: 'conform', Key: [pk: [S: 'p'], sk: [N: '2']]]], [Get: [TableName: 'conform', Key: [pk: [S: 'p'], sk: [N: '2']]]]]], 'ValidationException', 'Transaction request cannot include multiple operations on one item'),
            ok('DeleteTable', [TableName: 'conform-2']),
            ok('DeleteTable', [TableName: 'conform'])
        ],
        dynamodbstreams: [
            ok('ListStreams', [TableName: 'conform-streamed'], ['Streams.0.TableName': 'conform-streamed'], [stream: 'Streams.0.StreamArn']),
            ok('DescribeStream', [StreamArn: '@stream'], ['StreamDescription.StreamViewType': 'NEW_IMAGE'], [shard: 'StreamDescription.Shards.0.ShardId']),
            ok('GetShardIterator', [StreamArn: '@stream', ShardId: '@shard', ShardIteratorType: 'TRIM_HORIZON'], [:], [iterator: 'ShardIterator']),
            ok('GetRecords', [ShardIterator: '@iterator'], ['Records.0.eventName': 'INSERT', 'Records.0.dynamodb.NewImage.id.S': 'one']),
            no('DescribeStream', [StreamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/none/stream/2020-01-01T00:00:00.000'], 'ResourceNotFoundException', 'Requested resource not found: Stream')
        ],
        sqs: [
            ok('CreateQueue', [QueueName: 'conform', Attributes: [VisibilityTimeout: '60']], [:], [url: 'QueueUrl']),
            no('CreateQueue', [QueueName: 'conform', Attributes: [VisibilityTimeout: '61']], 'QueueAlreadyExists|QueueNameExists', 'A queue already exists with the same name and a different value for attribute VisibilityTimeout'),
            ok('SendMessage', [QueueUrl: '@url', MessageBody: 'hellö', MessageAttributes: [n: [DataType: 'Number', StringValue: '7']]], [MD5OfMessageBody: '86fe9b646740eefefef05af49fe6dbc6']),
            ok('SendMessageBatch', [QueueUrl: '@url', Entries: [[Id: 'a', MessageBody: 'a'], [Id: 'b', MessageBody: 'b', DelaySeconds: 901]]], ['Successful.0.Id': 'a', 'Failed.0.Id': 'b']),
            ok('ReceiveMessage', [QueueUrl: '@url', MessageAttributeNames: ['All']], ['Messages.0.Body': 'hellö', 'Messages.0.MessageAttributes.n.StringValue': '7'], [handle: 'Messages.0.ReceiptHandle']),
            ok('DeleteMessage', [QueueUrl: '@url', ReceiptHandle: '@handle']),
            no('DeleteMessage', [QueueUrl: '@url', ReceiptHandle: 'x'], 'ReceiptHandleIsInvalid', 'The input receipt handle "x" is not a valid receipt handle.'),
            no('GetQueueUrl', [QueueName: 'none'], 'AWS.SimpleQueueService.NonExistentQueue|QueueDoesNotExist', 'The specified queue does not exist.'),
            no('ReceiveMessage', [QueueUrl: '@url', MaxNumberOfMessages: 11], 'InvalidParameterValue', 'Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.'),
            no('SendMessageBatch', [QueueUrl: '@url', Entries: [[Id: 'a', MessageBody: 'a'], [Id: 'a', MessageBody: 'b']]], 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct|BatchEntryIdsNotDistinct', 'Id a repeated.'),
            no('SendMessageBatch', [QueueUrl: '@url', Entries: (1..11).collect { [Id: "$it".toString(), MessageBody: 'a'] }], 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest|TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10. You have sent 11.'),
            no('SendMessageBatch', [QueueUrl: '@url', Entries: []], 'AWS.SimpleQueueService.EmptyBatchRequest|EmptyBatchRequest', 'There should be at least one SendMessageBatchRequestEntry in the request.'),
            no('SendMessage', [QueueUrl: '@url', MessageBody: 'x', MessageAttributes: [n: [DataType: 'Number', StringValue: 'x']]], 'InvalidParameterValue', "Can't cast the value of message (user) attribute 'n' to a number."),
            no('CreateQueue', [QueueName: 'conform-2', Attributes: [DelaySeconds: '901']], 'InvalidAttributeValue', 'Invalid value for the parameter DelaySeconds.'),
            no('GetQueueAttributes', [QueueUrl: '@url', AttributeNames: ['None']], 'InvalidAttributeName', 'Unknown Attribute None.'),
            ok('CreateQueue', [QueueName: 'conform-2.fifo', Attributes: [FifoQueue: 'true', ContentBasedDeduplication: 'true']], [:], [fifo: 'QueueUrl']),
            no('SendMessage', [QueueUrl: '@fifo', MessageBody: 'x'], 'MissingParameter', 'The request must contain the parameter MessageGroupId.'),
            ok('SendMessage', [QueueUrl: '@fifo', MessageBody: 'x', MessageGroupId: 'g'], [:], [first: 'SequenceNumber']),
            ok('SendMessage', [QueueUrl: '@fifo', MessageBody: 'x', MessageGroupId: 'g'], [SequenceNumber: '@first']),
            ok('ListQueues', [QueueNamePrefix: 'conform', MaxResults: 1], ['QueueUrls.#': 1], [next: 'NextToken']),
            ok('ListQueues', [QueueNamePrefix: 'conform', MaxResults: 1, NextToken: '@next'], ['QueueUrls.0': '@fifo']),
            ok('DeleteQueue', [QueueUrl: '@fifo']),
            ok('AddPermission', [QueueUrl: '@url', Label: 'l', AWSAccountIds: ['111111111111'], Actions: ['SendMessage']]),
            no('AddPermission', [QueueUrl: '@url', Label: 'l', AWSAccountIds: ['111111111111'], Actions: ['SendMessage']], 'InvalidParameterValue', 'Value l for parameter Label is invalid. Reason: Already exists.'),
            ok('RemovePermission', [QueueUrl: '@url', Label: 'l']),
            no('RemovePermission', [QueueUrl: '@url', Label: 'l'], 'InvalidParameterValue', "can't find label on existing policy."),
            ok('DeleteQueue', [QueueUrl: '@url'])
        ],
        sns: [
            ok('CreateTopic', [Name: 'conform'], [TopicArn: 'arn:aws:sns:us-east-1:000000000000:conform'], [topic: 'TopicArn']),
            ok('SetTopicAttributes', [TopicArn: '@topic', AttributeName: 'DisplayName', AttributeValue: 'Shown']),
            ok('GetTopicAttributes', [TopicArn: '@topic'], ['Attributes.DisplayName': 'Shown']),
            ok('Publish', [TopicArn: '@topic', Message: 'hello', MessageAttributes: [k: [DataType: 'String', StringValue: 'v']]]),
            no('Publish', [TopicArn: 'arn:aws:sns:us-east-1:000000000000:none', Message: 'x'], 'NotFound|NotFoundException', 'Topic does not exist'),
            no('CreateTopic', [Name: 'no spaces'], 'InvalidParameter|InvalidParameterException', 'Invalid parameter: Topic Name'),
            ok('ListTopics', [:], ['Topics.0.TopicArn': 'arn:aws:sns:us-east-1:000000000000:conform']),
            ok('Subscribe', [TopicArn: '@topic', Protocol: 'sqs', Endpoint: 'arn:aws:sqs:us-east-1:000000000000:none', ReturnSubscriptionArn: true], [:], [subscription: 'SubscriptionArn']),
            ok('ListSubscriptionsByTopic', [TopicArn: '@topic'], ['Subscriptions.0.SubscriptionArn': '@subscription', 'Subscriptions.0.Protocol': 'sqs']),
            ok('SetSubscriptionAttributes', [SubscriptionArn: '@subscription', AttributeName: 'FilterPolicy', AttributeValue: '{"k":[{"anything-but":{"prefix":"x"}}]}']),
            no('SetSubscriptionAttributes', [SubscriptionArn: '@subscription', AttributeName: 'FilterPolicy', AttributeValue: '{"k":"x"}'], 'InvalidParameter|InvalidParameterException', 'Invalid parameter: '),
            no('SetSubscriptionAttributes', [SubscriptionArn: '@subscription', AttributeName: 'FilterPolicy', AttributeValue: '{"a":["1"],"b":["1"],"c":["1"],"d":["1"],"e":["1"],"f":["1"]}'], 'InvalidParameter|InvalidParameterException', 'Filter policy can not have more than 5 keys'),
            no('SetSubscriptionAttributes', [SubscriptionArn: '@subscription', AttributeName: 'FilterPolicy', AttributeValue: "{\"k\":[${(1..151).join(',')}]}".toString()], 'InvalidParameter|InvalidParameterException', 'Filter policy is too complex'),
            no('SetSubscriptionAttributes', [SubscriptionArn: '@subscription', AttributeName: 'RawMessageDelivery', AttributeValue: 'maybe'], 'InvalidParameter|InvalidParameterException', 'Invalid value [maybe]. Must be true or false.'),
            no('PublishBatch', [TopicArn: '@topic', PublishBatchRequestEntries: [[Id: 'a b', Message: 'a']]], 'InvalidBatchEntryId|InvalidBatchEntryIdException', "The Id of a batch entry in the batch request contains an impermissible character: a b"),
            ok('GetSubscriptionAttributes', [SubscriptionArn: '@subscription'], ['Attributes.RawMessageDelivery': 'false', 'Attributes.FilterPolicyScope': 'MessageAttributes']),
            no('GetSubscriptionAttributes', [SubscriptionArn: 'arn:aws:sns:us-east-1:000000000000:conform:00000000-0000-0000-0000-000000000000'], 'NotFound|NotFoundException', 'Subscription does not exist'),
            no('Subscribe', [TopicArn: '@topic', Protocol: 'email', Endpoint: 'a@example.com'], 'InvalidParameter|InvalidParameterException', 'the protocol email is not supported'),
            no('PublishBatch', [TopicArn: '@topic', PublishBatchRequestEntries: [[Id: 'a', Message: 'a'], [Id: 'a', Message: 'b']]], 'BatchEntryIdsNotDistinct|BatchEntryIdsNotDistinctException', 'Two or more batch entries in the request have the same Id.'),
            no('PublishBatch', [TopicArn: '@topic', PublishBatchRequestEntries: (1..11).collect { [Id: "$it".toString(), Message: 'a'] }], 'TooManyEntriesInBatchRequest|TooManyEntriesInBatchRequestException', 'The batch request contains more entries than permissible.'),
            ok('Unsubscribe', [SubscriptionArn: '@subscription']),
            ok('DeleteTopic', [TopicArn: '@topic'])
        ],
        events: [
            ok('PutRule', [Name: 'conform', EventPattern: '{"source":["conform"]}'], [RuleArn: 'arn:aws:events:us-east-1:000000000000:rule/conform']),
            no('PutRule', [Name: 'broken', EventPattern: '{"source":"x"}'], 'InvalidEventPatternException', 'Event pattern is not valid.'),
            ok('PutEvents', [Entries: [[Source: 'conform', DetailType: 't', Detail: '{}'], [Source: 'conform', DetailType: 't', Detail: 'x']]], [FailedEntryCount: 1, 'Entries.1.ErrorCode': 'MalformedDetail']),
            ok('TestEventPattern', [EventPattern: '{"source":[{"prefix":"con"}]}', Event: '{"id":"1","account":"1","source":"conform","time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],"detail-type":"t","detail":{}}'], [Result: true]),
            no('DescribeRule', [Name: 'none'], 'ResourceNotFoundException', 'Rule none does not exist on EventBus default.|Rule none on EventBus default does not exist.'),
            ok('PutTargets', [Rule: 'conform', Targets: [[Id: 'q', Arn: 'arn:aws:sqs:us-east-1:000000000000:none'], [Id: 'r', Arn: 'arn:aws:sqs:us-east-1:000000000000:none']]], [FailedEntryCount: 0]),
            ok('ListTargetsByRule', [Rule: 'conform', Limit: 1], ['Targets.0.Id': 'q'], [next: 'NextToken']),
            ok('ListTargetsByRule', [Rule: 'conform', NextToken: '@next'], ['Targets.0.Id': 'r']),
            no('DeleteRule', [Name: 'conform'], 'ValidationException', "Rule can't be deleted since it has targets."),
            ok('ListRules', [NamePrefix: 'conf'], ['Rules.#': 1, 'Rules.0.State': 'ENABLED']),
            ok('TestEventPattern', [EventPattern: '{"$or":[{"source":["other"]},{"detail":{"n":[{"numeric":[">",1]}]}}]}', Event: '{"id":"1","account":"1","source":"conform","time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],"detail-type":"t","detail":{"n":2}}'], [Result: true]),
            no('TestEventPattern', [EventPattern: '{"source":[{"nothing":"x"}]}', Event: '{"id":"1","account":"1","source":"conform","time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],"detail-type":"t","detail":{}}'], 'InvalidEventPatternException', 'Event pattern is not valid.'),
            no('CreateArchive', [ArchiveName: 'conform', EventSourceArn: 'arn:aws:events:us-east-1:000000000000:event-bus/default'], 'NotImplemented', 'CreateArchive'),
            no('PutEvents', [Entries: (1..11).collect { [Source: 's', DetailType: 't', Detail: '{}'] }], 'ValidationException', 'Member must have length less than or equal to 10'),
            ok('RemoveTargets', [Rule: 'conform', Ids: ['q', 'r']]),
            ok('DeleteRule', [Name: 'conform'])
        ],
        kinesis: [
            ok('CreateStream', [StreamName: 'conform', ShardCount: 1]),
            ok('PutRecord', [StreamName: 'conform', PartitionKey: 'k', Data: 'hello'], [ShardId: 'shardId-000000000000']),
            ok('PutRecords', [StreamName: 'conform', Records: [[PartitionKey: 'k', Data: 'a'], [PartitionKey: 'l', Data: 'b']]], [FailedRecordCount: 0, 'Records.#': 2]),
            ok('GetShardIterator', [StreamName: 'conform', ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON'], [:], [iterator: 'ShardIterator']),
            ok('GetRecords', [ShardIterator: '@iterator', Limit: 2], ['Records.0.Data': 'hello', 'Records.1.Data': 'a'], [next: 'NextShardIterator']),
            ok('GetRecords', [ShardIterator: '@next'], ['Records.0.Data': 'b', 'Records.0.PartitionKey': 'l']),
            no('DescribeStream', [StreamName: 'none'], 'ResourceNotFoundException', 'Stream none under account 000000000000 not found.'),
            ok('GetShardIterator', [StreamName: 'conform', ShardId: 'shardId-000000000000', ShardIteratorType: 'LATEST']),
            ok('GetShardIterator', [StreamName: 'conform', ShardId: 'shardId-000000000000', ShardIteratorType: 'AT_TIMESTAMP', Timestamp: 0], [:], [old: 'ShardIterator']),
            no('GetShardIterator', [StreamName: 'conform', ShardId: 'shardId-000000000009', ShardIteratorType: 'LATEST'], 'ResourceNotFoundException', 'Shard shardId-000000000009 in stream conform under account 000000000000 does not exist'),
            no('GetRecords', [ShardIterator: 'x'], 'InvalidArgumentException', 'Invalid ShardIterator.'),
            no('CreateStream', [StreamName: 'conform', ShardCount: 1], 'ResourceInUseException', 'Stream conform under account 000000000000 already exists.'),
            ok('CreateStream', [StreamName: 'conform-2', ShardCount: 1]),
            ok('ListStreams', [Limit: 1], ['StreamNames.0': 'conform', HasMoreStreams: true]),
            ok('ListStreams', [ExclusiveStartStreamName: 'conform'], ['StreamNames.0': 'conform-2', HasMoreStreams: false]),
            ok('DeleteStream', [StreamName: 'conform-2']),
            ok('SplitShard', [StreamName: 'conform', ShardToSplit: 'shardId-000000000000', NewStartingHashKey: '1000']),
            ok('ListShards', [StreamName: 'conform', MaxResults: 2], ['Shards.0.SequenceNumberRange.EndingSequenceNumber.#': 56, 'Shards.1.ParentShardId': 'shardId-000000000000', 'Shards.1.HashKeyRange.EndingHashKey': '999'], [token: 'NextToken']),
            ok('ListShards', [NextToken: '@token'], ['Shards.#': 1, 'Shards.0.ShardId': 'shardId-000000000002']),
            ok('GetShardIterator', [StreamName: 'conform', ShardId: 'shardId-000000000000', ShardIteratorType: 'LATEST'], [:], [end: 'ShardIterator']),
            ok('GetRecords', [ShardIterator: '@end'], [NextShardIterator: null, 'ChildShards.0.ShardId': 'shardId-000000000001', 'ChildShards.1.ParentShards.0': 'shardId-000000000000']),
            ok('MergeShards', [StreamName: 'conform', ShardToMerge: 'shardId-000000000001', AdjacentShardToMerge: 'shardId-000000000002']),
            ok('UpdateShardCount', [StreamName: 'conform', TargetShardCount: 2, ScalingType: 'UNIFORM_SCALING'], [CurrentShardCount: 1, TargetShardCount: 2]),
            no('UpdateShardCount', [StreamName: 'conform', TargetShardCount: 9, ScalingType: 'UNIFORM_SCALING'], 'LimitExceededException', 'cannot scale up over double your current open shard count'),
            no('SplitShard', [StreamName: 'conform', ShardToSplit: 'shardId-000000000009', NewStartingHashKey: '5'], 'ResourceNotFoundException', 'Could not find shard shardId-000000000009 in stream conform under account 000000000000.'),
            ok('DescribeStreamSummary', [StreamName: 'conform'], ['StreamDescriptionSummary.OpenShardCount': 2, 'StreamDescriptionSummary.StreamModeDetails.StreamMode': 'PROVISIONED'], [arn: 'StreamDescriptionSummary.StreamARN']),
            ok('RegisterStreamConsumer', [StreamARN: '@arn', ConsumerName: 'reader'], ['Consumer.ConsumerName': 'reader'], [consumer: 'Consumer.ConsumerARN']),
            no('RegisterStreamConsumer', [StreamARN: '@arn', ConsumerName: 'reader'], 'ResourceInUseException', 'already exists'),
            ok('DescribeStreamConsumer', [ConsumerARN: '@consumer'], ['ConsumerDescription.ConsumerStatus': 'ACTIVE']),
            ok('ListStreamConsumers', [StreamARN: '@arn'], ['Consumers.0.ConsumerName': 'reader']),
            no('DeleteStream', [StreamName: 'conform'], 'ResourceInUseException', 'consumers'),
            ok('DeregisterStreamConsumer', [ConsumerARN: '@consumer']),
            no('DescribeStreamConsumer', [StreamARN: '@arn', ConsumerName: 'reader'], 'ResourceNotFoundException', 'Consumer reader, account 000000000000 not found.'),
            ok('IncreaseStreamRetentionPeriod', [StreamName: 'conform', RetentionPeriodHours: 48]),
            no('IncreaseStreamRetentionPeriod', [StreamName: 'conform', RetentionPeriodHours: 24], 'InvalidArgumentException', 'Use DecreaseRetentionPeriod API.'),
            ok('EnableEnhancedMonitoring', [StreamName: 'conform', ShardLevelMetrics: ['IncomingBytes']], ['DesiredShardLevelMetrics.0': 'IncomingBytes']),
            ok('UpdateStreamMode', [StreamARN: '@arn', StreamModeDetails: [StreamMode: 'ON_DEMAND']]),
            ok('DescribeLimits', [:], [ShardLimit: 500, OnDemandStreamCount: 1]),
            ok('TagResource', [ResourceARN: '@arn', Tags: [k: 'v']]),
            ok('ListTagsForResource', [ResourceARN: '@arn'], ['Tags.0.Value': 'v']),
            no('PutRecord', [StreamName: 'conform', PartitionKey: 'k', Data: 'x', ExplicitHashKey: '-1'], 'ValidationException', "1 validation error detected: Value '-1' at 'explicitHashKey' failed to satisfy constraint: Member must satisfy regular expression pattern: 0|([1-9]\\d{0,38})"),
            no('MergeShards', [StreamName: 'conform', ShardToMerge: 'shardId-000000000004', AdjacentShardToMerge: 'shardId-000000000004'], 'InvalidArgumentException', 'not an adjacent pair of shards eligible for merging'),
            ok('DeleteStream', [StreamName: 'conform'])
        ],
        scheduler: [
            ok('CreateScheduleGroup', [Name: 'conform']),
            ok('CreateSchedule', SCHEDULE + [Name: 'a'], [ScheduleArn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/conform/a']),
            ok('CreateSchedule', SCHEDULE + [Name: 'b']),
            no('CreateSchedule', SCHEDULE + [Name: 'a'], 'ConflictException', 'Schedule a already exists.'),
            no('CreateSchedule', SCHEDULE + [Name: 'c', ScheduleExpression: 'every day'], 'ValidationException', 'Invalid Schedule Expression every day.'),
            ok('ListSchedules', [GroupName: 'conform', MaxResults: 1], ['Schedules.0.Name': 'a'], [next: 'NextToken']),
            ok('ListSchedules', [GroupName: 'conform', NextToken: '@next'], ['Schedules.0.Name': 'b']),
            ok('GetSchedule', [GroupName: 'conform', Name: 'a'], [State: 'ENABLED', 'FlexibleTimeWindow.Mode': 'OFF']),
            no('GetSchedule', [Name: 'none'], 'ResourceNotFoundException', 'Schedule none does not exist.'),
            ok('DeleteScheduleGroup', [Name: 'conform'])
        ],
        secretsmanager: [
            ok('CreateSecret', [Name: 'conform/a', SecretString: 'x']),
            ok('CreateSecret', [Name: 'conform/b', SecretString: 'y']),
            no('CreateSecret', [Name: 'conform/a', SecretString: 'x'], 'ResourceExistsException', 'The operation failed because the secret conform/a already exists.'),
            ok('ListSecrets', [MaxResults: 1, Filters: [[Key: 'name', Values: ['conform']]]], ['SecretList.0.Name': 'conform/a'], [next: 'NextToken']),
            ok('ListSecrets', [NextToken: '@next', Filters: [[Key: 'name', Values: ['conform']]]], ['SecretList.0.Name': 'conform/b']),
            ok('PutSecretValue', [SecretId: 'conform/a', SecretString: 'z'], ['VersionStages.0': 'AWSCURRENT']),
            ok('GetSecretValue', [SecretId: 'conform/a', VersionStage: 'AWSPREVIOUS'], [SecretString: 'x']),
            no('GetSecretValue', [SecretId: 'conform/none'], 'ResourceNotFoundException', "Secrets Manager can't find the specified secret."),
            no('PutResourcePolicy', [SecretId: 'conform/a', ResourcePolicy: '{'], 'MalformedPolicyDocumentException', 'This resource policy contains invalid Json.'),
            ok('PutResourcePolicy', [SecretId: 'conform/a', ResourcePolicy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}'], [Name: 'conform/a']),
            ok('GetResourcePolicy', [SecretId: 'conform/a'], [Name: 'conform/a']),
            ok('DeleteResourcePolicy', [SecretId: 'conform/a']),
            ok('DeleteSecret', [SecretId: 'conform/a', ForceDeleteWithoutRecovery: true]),
            ok('DeleteSecret', [SecretId: 'conform/b', ForceDeleteWithoutRecovery: true])
        ],
        apigateway: [
            ok('CreateRestApi', [name: 'conform'], [name: 'conform'], [api: 'id', root: 'rootResourceId']),
            ok('CreateResource', [restApiId: '@api', parentId: '@root', pathPart: 'a'], [path: '/a']),
            no('CreateResource', [restApiId: '@api', parentId: '@root', pathPart: 'a'], 'ConflictException', "Another resource with the same parent already has this name: a"),
            ok('GetResources', [restApiId: '@api'], ['items.#': 2]),
            no('GetRestApi', [restApiId: 'none'], 'NotFoundException', 'Invalid API identifier specified'),
            ok('DeleteRestApi', [restApiId: '@api'])
        ],
        'rds-data': [
            no('ExecuteStatement', [resourceArn: 'arn:aws:rds:us-east-1:000000000000:cluster:none', secretArn: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:none', sql: 'select 1'], 'DatabaseNotFoundException|BadRequestException', 'cluster:none')
        ],
        cloudfront: [
            ok('ListDistributions', [:], ['DistributionList.Quantity': 1, 'DistributionList.Items.0.Origins.Items.0.Id': 'files'], [id: 'DistributionList.Items.0.Id']),
            ok('GetDistribution', [Id: '@id'], ['Distribution.Status': 'Deployed', 'Distribution.DistributionConfig.DefaultRootObject': 'index.html'], [version: 'ETag']),
            ok('GetDistributionConfig', [Id: '@id'], ['DistributionConfig.DefaultCacheBehavior.TargetOriginId': 'files', 'DistributionConfig.Origins.Quantity': 1, 'DistributionConfig.Enabled': true]),
            ok('CreateInvalidation', [DistributionId: '@id', InvalidationBatch: [CallerReference: 'one', Paths: [Quantity: 1, Items: ['/*']]]], ['Invalidation.Status': 'Completed'], [invalidation: 'Invalidation.Id']),
            ok('ListInvalidations', [DistributionId: '@id'], ['InvalidationList.Quantity': 1, 'InvalidationList.Items.0.Status': 'Completed']),
            ok('GetInvalidation', [DistributionId: '@id', Id: '@invalidation'], ['Invalidation.InvalidationBatch.Paths.Items.0': '/*']),
            no('DeleteDistribution', [Id: '@id', IfMatch: '@version'], 'DistributionNotDisabled', 'The distribution you are trying to delete has not been disabled.'),
            no('DeleteDistribution', [Id: '@id', IfMatch: 'other'], 'PreconditionFailed', "didn't meet the preconditions"),
            no('GetDistribution', [Id: 'none'], 'NoSuchDistribution', 'The specified distribution does not exist.')
        ],
        cloudformation: [
            no('CreateStack', [StackName: 'conform', TemplateBody: '{"Resources":{"Q":{"Type":"AWS::None::Thing"}}}'], 'ValidationError|ValidationException', 'AWS::None::Thing'),
            ok('CreateStack', [StackName: 'conform', TemplateBody: '{"Resources":{"P":{"Type":"AWS::SSM::Parameter","Properties":{"Type":"String","Value":"v"}}},"Outputs":{"N":{"Value":{"Ref":"P"}}}}']),
            ok('DescribeStacks', [StackName: 'conform'], ['Stacks.0.StackName': 'conform']),
            ok('DescribeStackResources', [StackName: 'conform'], ['StackResources.0.LogicalResourceId': 'P']),
            no('DescribeStacks', [StackName: 'none'], 'ValidationError|ValidationException', 'Stack with id none does not exist'),
            ok('DeleteStack', [StackName: 'conform'])
        ],
        apigatewayv2: [
            ok('CreateApi', [Name: 'conform', ProtocolType: 'HTTP'], [Name: 'conform', RouteSelectionExpression: '$request.method $request.path'], [api: 'ApiId']),
            ok('CreateRoute', [ApiId: '@api', RouteKey: 'GET /a'], [RouteKey: 'GET /a', AuthorizationType: 'NONE']),
            no('CreateRoute', [ApiId: '@api', RouteKey: 'GET /a'], 'ConflictException', 'Route with key GET /a already exists for this API'),
            ok('GetRoutes', [ApiId: '@api'], ['Items.#': 1]),
            no('GetApi', [ApiId: 'none'], 'NotFoundException', 'Invalid API identifier specified'),
            ok('DeleteApi', [ApiId: '@api'])
        ]
    ]
}
