namespace ArchDsl.Harness;

/// <summary>Values that AWS refuses: ArchDsl must refuse them, and so must cfn-lint, which has its table from AWS.</summary>
/// <param name="Argument">The attribute and its argument.</param>
/// <param name="ResourceType">The resource that the argument names.</param>
/// <param name="Property">Its property.</param>
/// <param name="Value">The value.</param>
public sealed record RefusedSample(string Argument, string ResourceType, string Property, string Value)
{
    public static IReadOnlyList<RefusedSample> All { get; } =
    [
        .. Of("S3.Name", "AWS::S3::Bucket", "BucketName", "Images", "a_b", "ab", new string('x', 64), "-ab"),
        .. Of("Ecr.Name", "AWS::ECR::Repository", "RepositoryName", "Shop", "a", "a//b", "-a"),
        .. Of("Roles.Task", "AWS::IAM::Role", "RoleName", "a b", new string('a', 65)),
        .. Of("Logs.Name", "AWS::Logs::LogGroup", "LogGroupName", "a b", "a:b", new string('a', 513)),
        .. Of("Alarm.Name", "AWS::CloudWatch::Alarm", "AlarmName", new string('a', 256)),
        .. Of("SecurityGroup.Name", "AWS::EC2::SecurityGroup", "GroupName", "a\tb"),
        .. Of("Topic.Name", "AWS::SNS::Topic", "TopicName", new string('a', 257)),
        .. Of("Secret.Name", "AWS::SecretsManager::Secret", "Name", new string('a', 513)),
        .. Of("Rds.Name", "AWS::RDS::DBInstance", "DBInstanceIdentifier", "1a", "a--b", new string('a', 64)),
        .. Of("Rds.InstanceType", "AWS::RDS::DBInstance", "DBInstanceClass", "db.t4g.nano", "db.c5.large", "db.t3.4xlarge"),
        .. Of("Ec2.InstanceType", "AWS::EC2::Instance", "InstanceType", "t3.4xlarge", "m6z.large", "t3"),
        .. Of("ElastiCache.NodeType", "AWS::ElastiCache::CacheCluster", "CacheNodeType", "cache.t4g.large", "cache.t4g.nano"),
    ];

    private static IEnumerable<RefusedSample> Of(string argument, string resourceType, string property, params string[] values) =>
        values.Select(value => new RefusedSample(argument, resourceType, property, value));
}
