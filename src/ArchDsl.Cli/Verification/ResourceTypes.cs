using ArchDsl.Model;
using static ArchDsl.Cli.Verification.PropertyRule;

namespace ArchDsl.Cli.Verification;

/// <summary>
/// The types of resource that ArchDsl writes, and the few besides whose part in reach and permissions is read. What stands in a template and
/// not here is told: no list of what is harmless would be complete.
/// </summary>
internal static class ResourceTypes
{
    // Until a resource is deleted, and whenever CloudFormation makes another in its place.
    private const string Deletion = "DeletionPolicy";
    private const string Replacement = "UpdateReplacePolicy";

    private static readonly PropertyRule Kept = From(static component => component.Removal switch { Removal.Retain => "Retain", Removal.Snapshot => "Snapshot", _ => "Delete" });

    // What a store needs stays only where the store itself does.
    private static readonly PropertyRule KeptBeside = From(static component => component.Removal == Removal.Retain ? "Retain" : "Delete");

    private static readonly ResourceType[] All =
    [
        // ---- Network
        new("AWS::EC2::VPC")
        {
            { "CidrBlock", "Tags" },
            { "EnableDnsHostnames", OneOf("true") },
            { "EnableDnsSupport", OneOf("true") },
        },
        new("AWS::EC2::VPCCidrBlock") { { "AmazonProvidedIpv6CidrBlock", "VpcId" } },
        new("AWS::EC2::Subnet") { { "AssignIpv6AddressOnCreation", "AvailabilityZone", "CidrBlock", "Ipv6CidrBlock", "MapPublicIpOnLaunch", "Tags", "VpcId" } },
        new("AWS::EC2::SubnetCidrBlock") { { "SubnetId", "Ipv6CidrBlock" } },
        new("AWS::EC2::RouteTable") { { "Tags", "VpcId" } },
        new("AWS::EC2::SubnetRouteTableAssociation") { { "RouteTableId", "SubnetId" } },
        new("AWS::EC2::Route") { { "DestinationCidrBlock", "DestinationIpv6CidrBlock", "EgressOnlyInternetGatewayId", "GatewayId", "NatGatewayId", "RouteTableId" } },
        new("AWS::EC2::InternetGateway") { { "Tags" } },
        new("AWS::EC2::VPCGatewayAttachment") { { "InternetGatewayId", "VpcId" } },
        new("AWS::EC2::EgressOnlyInternetGateway") { { "VpcId" } },
        new("AWS::EC2::EIP")
        {
            { "Tags" },
            { "Domain", OneOf("vpc") },
        },
        new("AWS::EC2::NatGateway")
        {
            { "SubnetId", "Tags" },
            { "AllocationId", Reference("AWS::EC2::EIP") },
        },
        new("AWS::EC2::VPCEndpoint")
        {
            { "RouteTableIds", "SecurityGroupIds", "ServiceName", "SubnetIds", "VpcEndpointType", "VpcId", "PolicyDocument" },
            { "PrivateDnsEnabled", Maybe("true") },
        },
        new("AWS::EC2::FlowLog")
        {
            { "ResourceId", "Tags", "TrafficType", "LogGroupName" },
            { "DeliverLogsPermissionArn", Reference("AWS::IAM::Role") },
            { "LogDestinationType", OneOf("cloud-watch-logs") },
            { "ResourceType", OneOf("VPC") },
        },
        new("AWS::EC2::SecurityGroup") { { "GroupDescription", "GroupName", "SecurityGroupEgress", "SecurityGroupIngress", "Tags", "VpcId" } },
        new("AWS::EC2::SecurityGroupIngress") { { "CidrIp", "CidrIpv6", "Description", "FromPort", "GroupId", "IpProtocol", "SourceSecurityGroupId", "ToPort" } },
        new("AWS::EC2::SecurityGroupEgress") { { "CidrIp", "CidrIpv6", "Description", "DestinationSecurityGroupId", "FromPort", "GroupId", "IpProtocol", "ToPort" } },

        // ---- Load balancers and names
        new("AWS::ElasticLoadBalancingV2::LoadBalancer", "Alb")
        {
            { "Scheme", "SecurityGroups", "Subnets", "IpAddressType", "Tags" },
            { "LoadBalancerAttributes[access_logs.s3.enabled]", "LoadBalancerAttributes[access_logs.s3.bucket]", "LoadBalancerAttributes[access_logs.s3.prefix]" },
            { "LoadBalancerAttributes[deletion_protection.enabled]", OneOf("false") },
            { "LoadBalancerAttributes[routing.http.drop_invalid_header_fields.enabled]", OneOf("true") },
            { "Name", Setting("Name") },
            { "Type", OneOf("application") },
        },
        new("AWS::ElasticLoadBalancingV2::Listener")
        {
            { "Certificates.CertificateArn", "LoadBalancerArn", "Port", "Protocol" },
            { "DefaultActions.TargetGroupArn", "DefaultActions.Type", "DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn" },
            { "DefaultActions.FixedResponseConfig.StatusCode", Maybe("404") },
            { "DefaultActions.RedirectConfig.Port", "DefaultActions.RedirectConfig.Protocol" },
            { "DefaultActions.RedirectConfig.StatusCode", Maybe("HTTP_301") },
            { "SslPolicy", Maybe("ELBSecurityPolicy-TLS13-1-2-2021-06") },
        },
        new("AWS::ElasticLoadBalancingV2::ListenerRule")
        {
            { "Actions.TargetGroupArn", "Actions.ForwardConfig.TargetGroups.TargetGroupArn", "Conditions", "ListenerArn", "Priority" },
            { "Actions.Type", Maybe("forward") },
        },
        new("AWS::ElasticLoadBalancingV2::TargetGroup")
        {
            { "HealthCheckIntervalSeconds", "HealthCheckPath", "HealthCheckTimeoutSeconds", "HealthyThresholdCount", "UnhealthyThresholdCount", "Name", "Port", "Tags", "VpcId" },
            { "HealthCheckProtocol", OneOf("HTTP") },
            { "Protocol", OneOf("HTTP") },
            { "TargetGroupAttributes[stickiness.enabled]", Maybe("false") },
            { "Targets.Id", Reference("AWS::EC2::Instance") },
            { "Targets.Port", "TargetType" },
        },
        new("AWS::CertificateManager::Certificate", "Certificate")
        {
            { "DomainValidationOptions", "SubjectAlternativeNames", "Tags" },
            { "DomainName", Setting("DomainName") },
            { "ValidationMethod", OneOf("DNS") },
        },
        new("AWS::Route53::HostedZone") { { "HostedZoneTags", "Name" } },
        new("AWS::Route53::RecordSet")
        {
            { "AliasTarget.EvaluateTargetHealth", "HostedZoneId", "Name" },
            { "AliasTarget.DNSName", Reference("AWS::ElasticLoadBalancingV2::LoadBalancer") },
            { "AliasTarget.HostedZoneId", Reference("AWS::ElasticLoadBalancingV2::LoadBalancer") },
            { "Type", OneOf("A", "AAAA") },
        },

        // ---- Code
        new("AWS::ECS::Cluster")
        {
            { "ClusterName", "Tags" },
            { "ClusterSettings[containerInsights]", OneOf("enabled", "disabled", "enhanced") },
        },
        new("AWS::ECS::Service", "Fargate")
        {
            { "DeploymentConfiguration", "EnableECSManagedTags", "HealthCheckGracePeriodSeconds", "LoadBalancers", "NetworkConfiguration", "Tags", "TaskDefinition" },
            { "Cluster", Reference("AWS::ECS::Cluster") },
            { "DeploymentController.Type", Maybe("ECS") },
            { "DesiredCount", Setting("DesiredCount") },
            { "LaunchType", OneOf("FARGATE") },
            { "ServiceName", Setting("Name") },
        },
        new("AWS::ECS::TaskDefinition")
        {
            { "ContainerDefinitions.Environment", "ContainerDefinitions.Image", "ContainerDefinitions.Name", "ContainerDefinitions.PortMappings", "ContainerDefinitions.Privileged", "ContainerDefinitions.Secrets" },
            { "ContainerDefinitions.Essential", OneOf("true") },
            { "ContainerDefinitions.LogConfiguration.LogDriver", OneOf("awslogs") },
            { "ContainerDefinitions.LogConfiguration.Options.awslogs-group", Reference("AWS::Logs::LogGroup") },
            { "ContainerDefinitions.LogConfiguration.Options.awslogs-region", "ContainerDefinitions.LogConfiguration.Options.awslogs-stream-prefix" },
            { "ExecutionRoleArn", "Family", "Tags", "TaskRoleArn" },
            { "Cpu", Setting("Cpu") },
            { "Memory", Setting("MemoryMiB") },
            { "NetworkMode", OneOf("awsvpc") },
            { "RequiresCompatibilities", OneOf("FARGATE") },
        },
        new("AWS::ApplicationAutoScaling::ScalableTarget")
        {
            { "ResourceId", "RoleARN" },
            { "MaxCapacity", Setting("AutoScaling.Max") },
            { "MinCapacity", Setting("AutoScaling.Min") },
            { "ScalableDimension", OneOf("ecs:service:DesiredCount") },
            { "ServiceNamespace", OneOf("ecs") },
        },
        new("AWS::ApplicationAutoScaling::ScalingPolicy") { { "PolicyName", "PolicyType", "ScalingTargetId", "TargetTrackingScalingPolicyConfiguration" } },
        new("AWS::EC2::Instance", "Ec2")
        {
            { "AvailabilityZone", "IamInstanceProfile", "NetworkInterfaces", "Tags", "UserData" },
            { "BlockDeviceMappings.DeviceName", OneOf("/dev/xvda") },
            { "BlockDeviceMappings.Ebs.Encrypted", OneOf("true") },
            { "BlockDeviceMappings.Ebs.VolumeSize", Setting("StorageGiB") },
            { "BlockDeviceMappings.Ebs.VolumeType", OneOf("gp3") },
            { "DisableApiTermination", From(static component => component.Setting("TerminationProtection") == "true" ? "true" : null) },
            { "ImageId", "LaunchTemplate" },
            { "InstanceType", Setting("InstanceType") },
            { "Monitoring", From(static component => component.Setting("DetailedMonitoring") == "true" ? "true" : null) },
        },
        new("AWS::EC2::LaunchTemplate")
        {
            { "LaunchTemplateName" },
            { "LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit", Setting("MetadataHopLimit") },
            { "LaunchTemplateData.MetadataOptions.HttpTokens", OneOf("required") },
        },
        new("AWS::ECR::Repository", "Ecr")
        {
            { "RepositoryPolicyText", "Tags" },
            { Deletion, Kept },
            { Replacement, Kept },
            { "EncryptionConfiguration.EncryptionType", OneOf("AES256") },
            { "ImageScanningConfiguration.ScanOnPush", Setting("ScanOnPush") },
            { "ImageTagMutability", From(static component => component.Setting("ImmutableTags") == "true" ? "IMMUTABLE" : "MUTABLE") },
            { "RepositoryName", Setting("Name") },
        },
        new("AWS::CloudWatch::Alarm") { { "AlarmActions", "AlarmName", "ComparisonOperator", "Dimensions", "EvaluationPeriods", "MetricName", "Metrics", "Namespace", "Period", "Statistic", "Tags", "Threshold", "TreatMissingData" } },
        new("AWS::Logs::LogGroup")
        {
            { "LogGroupName", "RetentionInDays", "Tags" },
            { Deletion, KeptBeside },
            { Replacement, KeptBeside },
        },

        // ---- Who may do what
        new("AWS::IAM::InstanceProfile") { { "Roles" } },
        new("AWS::IAM::ManagedPolicy")
        {
            { "Description", "ManagedPolicyName", "Path", "PolicyDocument" },
            { "Roles", Reference("AWS::IAM::Role") },
        },
        new("AWS::IAM::Policy")
        {
            { "PolicyDocument", "PolicyName" },
            { "Roles", Reference("AWS::IAM::Role") },
        },
        new("AWS::IAM::Role") { { "AssumeRolePolicyDocument", "Description", "ManagedPolicyArns", "Policies", "RoleName", "Tags" } },
        new("AWS::IAM::RolePolicy")
        {
            { "PolicyDocument", "PolicyName" },
            { "RoleName", Reference("AWS::IAM::Role") },
        },
        new("AWS::KMS::Key")
        {
            { "Description", "KeyPolicy", "Tags" },
            { Deletion, KeptBeside },
            { Replacement, KeptBeside },
            { "EnableKeyRotation", OneOf("true") },
        },
        new("AWS::SecretsManager::ResourcePolicy") { { "ResourcePolicy", "SecretId" } },
        new("AWS::SQS::QueuePolicy") { { "PolicyDocument", "Queues" } },

        // ---- Data
        new("AWS::RDS::DBInstance", "Rds")
        {
            { "DBParameterGroupName", "DBSubnetGroupName", "MasterUserPassword", "Port", "PubliclyAccessible", "Tags", "VPCSecurityGroups" },
            { Deletion, Kept },
            { Replacement, Kept },
            { "AllocatedStorage", Setting("StorageGiB") },
            { "AutoMinorVersionUpgrade", OneOf("true") },
            { "BackupRetentionPeriod", Setting("BackupRetentionDays") },
            { "CopyTagsToSnapshot", OneOf("true") },
            { "DBInstanceClass", Setting("InstanceType", "db.") },
            { "DBInstanceIdentifier", Setting("Name") },
            { "DBName", Setting("DatabaseName") },
            { "DeletionProtection", From(static component => component.Removal == Removal.Destroy ? "false" : "true") },
            { "EnableCloudwatchLogsExports", OneOf("audit", "error", "general", "postgresql", "slowquery", "upgrade") },
            { "Engine", Setting("Engine") },
            { "EngineVersion", Setting("Version") },
            { "MasterUsername", Setting("Username") },
            { "MultiAZ", Setting("MultiAz") },
            { "NetworkType", Maybe("DUAL") },
            { "StorageEncrypted", OneOf("true") },
            { "StorageType", Setting("StorageType") },
        },
        new("AWS::RDS::DBParameterGroup")
        {
            { "Description", "Family", "Tags" },
            { "Parameters.rds.force_ssl", Maybe("1") },
            { "Parameters.require_secure_transport", Maybe("1") },
        },
        new("AWS::RDS::DBSubnetGroup")
        {
            { "DBSubnetGroupDescription", "SubnetIds", "Tags" },
            { Deletion, KeptBeside },
            { Replacement, KeptBeside },
        },
        new("AWS::ElastiCache::ReplicationGroup", "ElastiCache")
        {
            { "AuthToken", "CacheSubnetGroupName", "MultiAZEnabled", "Port", "ReplicationGroupDescription", "SecurityGroupIds", "Tags" },
            { Deletion, Kept },
            { Replacement, Kept },
            { "AtRestEncryptionEnabled", OneOf("true") },
            { "AutoMinorVersionUpgrade", OneOf("true") },
            { "AutomaticFailoverEnabled", From(HasSeveralNodes) },
            { "CacheNodeType", Setting("NodeType", "cache.") },
            { "Engine", Setting("Engine") },
            { "EngineVersion", Setting("Version") },
            { "NumCacheClusters", Setting("Nodes") },
            { "ReplicationGroupId", Setting("Name") },
            { "SnapshotRetentionLimit", Setting("SnapshotRetentionDays") },
            { "TransitEncryptionEnabled", OneOf("true") },
        },
        new("AWS::ElastiCache::SubnetGroup") { { "Description", "SubnetIds", "Tags" } },
        new("AWS::DynamoDB::Table", "DynamoDb")
        {
            { "AttributeDefinitions", "KeySchema", "ResourcePolicy", "Tags" },
            { Deletion, Kept },
            { Replacement, Kept },
            { "BillingMode", OneOf("PAY_PER_REQUEST") },
            { "DeletionProtectionEnabled", From(static component => component.Removal == Removal.Destroy ? "false" : "true") },
            { "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", Setting("PointInTimeRecovery") },
            { "TableName", Setting("Name") },
        },
        new("AWS::S3::Bucket", "S3")
        {
            { "LoggingConfiguration", "Tags" },
            { Deletion, Kept },
            { Replacement, Kept },
            { "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm", OneOf("AES256") },
            { "BucketName", Setting("Name") },
            { "CorsConfiguration.CorsRules.AllowedHeaders", Cors("Headers") },
            { "CorsConfiguration.CorsRules.AllowedMethods", Cors("Methods") },
            { "CorsConfiguration.CorsRules.AllowedOrigins", Cors("Origins") },
            { "LifecycleConfiguration.Rules.AbortIncompleteMultipartUpload.DaysAfterInitiation", OneOf("7") },
            { "LifecycleConfiguration.Rules.Status", OneOf("Enabled") },
            { "PublicAccessBlockConfiguration.BlockPublicAcls", OneOf("true") },
            { "PublicAccessBlockConfiguration.BlockPublicPolicy", From(IsNotPublic) },
            { "PublicAccessBlockConfiguration.IgnorePublicAcls", OneOf("true") },
            { "PublicAccessBlockConfiguration.RestrictPublicBuckets", From(IsNotPublic) },
            { "VersioningConfiguration.Status", From(static component => component.Setting("Versioned") == "true" ? "Enabled" : null) },
        },
        new("AWS::S3::BucketPolicy") { { "Bucket", "PolicyDocument" } },
        new("AWS::SNS::Topic", "Topic")
        {
            { "Tags" },
            { "KmsMasterKeyId", Reference("AWS::KMS::Key") },
            { "TopicName", Setting("Name") },
        },
        new("AWS::SNS::TopicPolicy") { { "PolicyDocument", "Topics" } },
        new("AWS::SecretsManager::Secret", "Secret", "Rds", "ElastiCache")
        {
            { "Description", "Tags" },
            { Deletion, KeptBeside },
            { Replacement, KeptBeside },
            { "GenerateSecretString.ExcludeCharacters", "GenerateSecretString.ExcludePunctuation", "GenerateSecretString.GenerateStringKey", "GenerateSecretString.SecretStringTemplate" },
            { "GenerateSecretString.PasswordLength", Maybe("30", "64") },
            { "Name", From(static component => component.Setting(component.Attribute == "Secret" ? "Name" : "SecretName")) },
        },
        new("AWS::SecretsManager::SecretTargetAttachment") { { "SecretId", "TargetId", "TargetType" } },

        // What the CDK notes about itself.
        new("AWS::CDK::Metadata") { { "Analytics" } },
    ];

    private static readonly Dictionary<string, ResourceType> ByName = All.ToDictionary(static type => type.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, ResourceType> ByAttribute = All.Where(static type => type.Attribute is not null).ToDictionary(static type => type.Attribute!, StringComparer.Ordinal);

    /// <summary>A type by its name; null where nothing of it is read.</summary>
    public static ResourceType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The type that components with an attribute become.</summary>
    public static ResourceType? OfAttribute(string attribute) => ByAttribute.GetValueOrDefault(attribute);

    private static string IsNotPublic(ManifestComponent component) => component.Setting("PublicRead") == "true" ? "false" : "true";

    private static string HasSeveralNodes(ManifestComponent component) => component.Setting("Nodes") == "1" ? "false" : "true";

    // All rules of the bucket together: which of them says what is not compared.
    private static PropertyRule Cors(string part) => FromEach(
        component => [.. component.Settings.Where(setting => setting.Name.StartsWith("Cors[", StringComparison.Ordinal) && setting.Name.EndsWith("]." + part, StringComparison.Ordinal)).SelectMany(static setting => setting.Value.Split(", "))]);
}
