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

    private const string LoadBalancer = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private const string TargetGroup = "AWS::ElasticLoadBalancingV2::TargetGroup";
    private const string Vpc = "AWS::EC2::VPC";

    private static readonly PropertyRule Kept = From(static component => component.Removal switch { Removal.Retain => "Retain", Removal.Snapshot => "Snapshot", _ => "Delete" });

    // What a store needs stays only where the store itself does.
    private static readonly PropertyRule KeptBeside = From(static component => component.Removal == Removal.Retain ? "Retain" : "Delete");

    private static readonly ResourceType[] All =
    [
        // ---- Network
        new(Vpc)
        {
            { "CidrBlock", "Tags" },
            { "EnableDnsHostnames", OneOf("true") },
            { "EnableDnsSupport", OneOf("true") },
        },
        new("AWS::EC2::VPCCidrBlock")
        {
            { "AmazonProvidedIpv6CidrBlock" },
            { "VpcId", Reference(Vpc) },
        },
        new("AWS::EC2::Subnet")
        {
            { "AssignIpv6AddressOnCreation", "AvailabilityZone", "CidrBlock", "Ipv6CidrBlock", "MapPublicIpOnLaunch", "Tags" },
            { "VpcId", Reference(Vpc) },
        },
        new("AWS::EC2::SubnetCidrBlock") { { "SubnetId", "Ipv6CidrBlock" } },
        new("AWS::EC2::RouteTable")
        {
            { "Tags" },
            { "VpcId", Reference(Vpc) },
        },
        new("AWS::EC2::SubnetRouteTableAssociation")
        {
            { "RouteTableId", Reference("AWS::EC2::RouteTable") },
            { "SubnetId", Reference("AWS::EC2::Subnet") },
        },
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
            { "PolicyDocument", "SecurityGroupIds", "ServiceName", "SubnetIds" },
            { "PrivateDnsEnabled", Maybe("true") },
            { "RouteTableIds", MaybeReference("AWS::EC2::RouteTable") },
            { "VpcEndpointType", OneOf("Gateway", "Interface") },
            { "VpcId", Reference(Vpc) },
        },
        new("AWS::EC2::FlowLog")
        {
            { "Tags", "TrafficType" },
            { "DeliverLogsPermissionArn", Reference("AWS::IAM::Role") },
            { "LogDestinationType", OneOf("cloud-watch-logs") },
            { "LogGroupName", Reference("AWS::Logs::LogGroup") },
            { "ResourceId", Reference(Vpc) },
            { "ResourceType", OneOf("VPC") },
        },
        new("AWS::EC2::SecurityGroup")
        {
            { "GroupDescription", "GroupName", "SecurityGroupEgress", "SecurityGroupIngress", "Tags" },
            { "VpcId", Reference(Vpc) },
        },
        new("AWS::EC2::SecurityGroupIngress") { { "CidrIp", "CidrIpv6", "Description", "FromPort", "GroupId", "IpProtocol", "SourceSecurityGroupId", "ToPort" } },
        new("AWS::EC2::SecurityGroupEgress") { { "CidrIp", "CidrIpv6", "Description", "DestinationSecurityGroupId", "FromPort", "GroupId", "IpProtocol", "ToPort" } },

        // ---- Load balancers and names
        new(LoadBalancer, "Alb")
        {
            { "IpAddressType", "SecurityGroups", "Subnets", "Tags" },
            { "LoadBalancerAttributes[access_logs.s3.enabled]", "LoadBalancerAttributes[access_logs.s3.bucket]", "LoadBalancerAttributes[access_logs.s3.prefix]" },
            { "LoadBalancerAttributes[deletion_protection.enabled]", OneOf("false") },
            { "LoadBalancerAttributes[routing.http.drop_invalid_header_fields.enabled]", OneOf("true") },
            { "Name", Setting("Name") },
            { "Scheme", From(static component => component.Setting("InternetFacing") == "true" ? "internet-facing" : "internal") },
            { "Type", OneOf("application") },
        },
        new("AWS::ElasticLoadBalancingV2::Listener")
        {
            { "Certificates.CertificateArn", "Port" },
            { "DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn", MaybeReference(TargetGroup) },
            { "DefaultActions.TargetGroupArn", MaybeReference(TargetGroup) },
            { "DefaultActions.Type", OneOf("fixed-response", "forward", "redirect") },
            { "DefaultActions.FixedResponseConfig.StatusCode", Maybe("404") },
            { "DefaultActions.RedirectConfig.Port", "DefaultActions.RedirectConfig.Protocol" },
            { "DefaultActions.RedirectConfig.StatusCode", Maybe("HTTP_301") },
            { "LoadBalancerArn", Reference(LoadBalancer) },
            { "Protocol", OneOf("HTTP", "HTTPS") },
            { "SslPolicy", Maybe("ELBSecurityPolicy-TLS13-1-2-2021-06") },
        },
        new("AWS::ElasticLoadBalancingV2::ListenerRule")
        {
            { "Conditions", "Priority" },
            { "Actions.ForwardConfig.TargetGroups.TargetGroupArn", MaybeReference(TargetGroup) },
            { "Actions.TargetGroupArn", MaybeReference(TargetGroup) },
            { "Actions.Type", OneOf("forward") },
            { "ListenerArn", Reference("AWS::ElasticLoadBalancingV2::Listener") },
        },
        new(TargetGroup)
        {
            { "HealthCheckIntervalSeconds", "HealthCheckPath", "HealthCheckTimeoutSeconds", "HealthyThresholdCount", "UnhealthyThresholdCount", "Name", "Port", "Tags" },
            { "HealthCheckProtocol", OneOf("HTTP") },
            { "Protocol", OneOf("HTTP") },
            { "TargetGroupAttributes[stickiness.enabled]", Maybe("false") },
            { "Targets.Id", MaybeReference("AWS::EC2::Instance") },
            { "Targets.Port" },
            { "TargetType", OneOf("instance", "ip") },
            { "VpcId", Reference(Vpc) },
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
            { "AliasTarget.DNSName", Reference(LoadBalancer) },
            { "AliasTarget.HostedZoneId", Reference(LoadBalancer) },
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
            { "DeploymentConfiguration", "EnableECSManagedTags", "HealthCheckGracePeriodSeconds", "LoadBalancers", "Tags" },
            { "Cluster", Reference("AWS::ECS::Cluster") },
            { "DeploymentController.Type", Maybe("ECS") },
            { "DesiredCount", Setting("DesiredCount") },
            { "LaunchType", OneOf("FARGATE") },
            { "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp", OneOf("DISABLED", "ENABLED") },
            { "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups", Reference("AWS::EC2::SecurityGroup") },
            { "NetworkConfiguration.AwsvpcConfiguration.Subnets", Reference("AWS::EC2::Subnet") },
            { "ServiceName", Setting("Name") },
            { "TaskDefinition", Reference("AWS::ECS::TaskDefinition") },
        },
        new("AWS::ECS::TaskDefinition")
        {
            { "ContainerDefinitions.Environment", "ContainerDefinitions.Image", "ContainerDefinitions.Name", "ContainerDefinitions.Privileged", "ContainerDefinitions.Secrets" },
            { "ContainerDefinitions.Essential", OneOf("true") },
            { "ContainerDefinitions.LogConfiguration.LogDriver", OneOf("awslogs") },
            { "ContainerDefinitions.LogConfiguration.Options.awslogs-group", Reference("AWS::Logs::LogGroup") },
            { "ContainerDefinitions.LogConfiguration.Options.awslogs-region", "ContainerDefinitions.LogConfiguration.Options.awslogs-stream-prefix" },
            { "ContainerDefinitions.PortMappings.ContainerPort", Setting("Port") },
            { "ContainerDefinitions.PortMappings.HostPort", Setting("Port") },
            { "ContainerDefinitions.PortMappings.Protocol", Maybe("tcp") },
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
        new("AWS::ApplicationAutoScaling::ScalingPolicy")
        {
            { "PolicyName", "TargetTrackingScalingPolicyConfiguration" },
            { "PolicyType", OneOf("TargetTrackingScaling") },
            { "ScalingTargetId", Reference("AWS::ApplicationAutoScaling::ScalableTarget") },
        },
        new("AWS::EC2::Instance", "Ec2")
        {
            { "AvailabilityZone", "IamInstanceProfile", "NetworkInterfaces", "Tags", "UserData" },
            { "BlockDeviceMappings.DeviceName", OneOf("/dev/xvda") },
            { "BlockDeviceMappings.Ebs.Encrypted", OneOf("true") },
            { "BlockDeviceMappings.Ebs.VolumeSize", Setting("StorageGiB") },
            { "BlockDeviceMappings.Ebs.VolumeType", OneOf("gp3") },
            { "DisableApiTermination", From(static component => component.Setting("TerminationProtection") == "true" ? "true" : null) },
            { "ImageId", Reference("/aws/service/ami-amazon-linux-latest/") },
            { "InstanceType", Setting("InstanceType") },
            { "LaunchTemplate.LaunchTemplateId", Reference("AWS::EC2::LaunchTemplate") },
            { "LaunchTemplate.Version", Reference("AWS::EC2::LaunchTemplate") },
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
        new("AWS::CloudWatch::Alarm")
        {
            { "AlarmActions", "AlarmName", "Dimensions", "MetricName", "Metrics", "Statistic", "Tags", "Threshold", "TreatMissingData" },
            { "ComparisonOperator", OneOf("GreaterThanOrEqualToThreshold") },
            { "EvaluationPeriods", OneOf("1") },
            { "Namespace", Maybe("AWS/ECS") },
            { "Period", Maybe("300") },
        },
        new("AWS::Logs::LogGroup")
        {
            { "LogGroupName", "RetentionInDays", "Tags" },
            { Deletion, KeptBeside },
            { Replacement, KeptBeside },
        },

        // ---- Who may do what
        new("AWS::IAM::InstanceProfile") { { "Roles", Reference("AWS::IAM::Role") } },
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
            { "DBSubnetGroupName", "Port", "PubliclyAccessible", "Tags" },
            { Deletion, Kept },
            { Replacement, Kept },
            { "AllocatedStorage", Setting("StorageGiB") },
            { "AutoMinorVersionUpgrade", OneOf("true") },
            { "BackupRetentionPeriod", Setting("BackupRetentionDays") },
            { "CopyTagsToSnapshot", OneOf("true") },
            { "DBInstanceClass", Setting("InstanceType", "db.") },
            { "DBInstanceIdentifier", Setting("Name") },
            { "DBName", Setting("DatabaseName") },
            { "DBParameterGroupName", MaybeReference("AWS::RDS::DBParameterGroup") },
            { "DeletionProtection", From(static component => component.Removal == Removal.Destroy ? "false" : "true") },
            { "EnableCloudwatchLogsExports", OneOf("audit", "error", "general", "postgresql", "slowquery", "upgrade") },
            { "Engine", Setting("Engine") },
            { "EngineVersion", Setting("Version") },
            { "MasterUsername", Setting("Username") },
            { "MasterUserPassword", Reference("AWS::SecretsManager::Secret") },
            { "MultiAZ", Setting("MultiAz") },
            { "NetworkType", Maybe("DUAL") },
            { "StorageEncrypted", OneOf("true") },
            { "StorageType", Setting("StorageType") },
            { "VPCSecurityGroups", Reference("AWS::EC2::SecurityGroup") },
        },
        new("AWS::RDS::DBParameterGroup")
        {
            { "Description", "Family", "Tags" },
            { "Parameters.rds.force_ssl", From(static component => component.Setting("TlsParameter") == "rds.force_ssl" ? "1" : null) },
            { "Parameters.require_secure_transport", From(static component => component.Setting("TlsParameter") == "require_secure_transport" ? "1" : null) },
        },
        new("AWS::RDS::DBSubnetGroup")
        {
            { "DBSubnetGroupDescription", "SubnetIds", "Tags" },
            { Deletion, KeptBeside },
            { Replacement, KeptBeside },
        },
        new("AWS::ElastiCache::ReplicationGroup", "ElastiCache")
        {
            { "CacheSubnetGroupName", "MultiAZEnabled", "Port", "ReplicationGroupDescription", "SecurityGroupIds", "Tags" },
            { Deletion, Kept },
            { Replacement, Kept },
            { "AtRestEncryptionEnabled", OneOf("true") },
            { "AutoMinorVersionUpgrade", OneOf("true") },
            { "AuthToken", MaybeReference("AWS::SecretsManager::Secret") },
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
        new("AWS::S3::BucketPolicy")
        {
            { "PolicyDocument" },
            { "Bucket", Reference("AWS::S3::Bucket") },
        },
        new("AWS::SNS::Topic", "Topic")
        {
            { "Tags" },
            { "KmsMasterKeyId", MaybeReference("AWS::KMS::Key") },
            { "TopicName", Setting("Name") },
        },
        new("AWS::SNS::TopicPolicy")
        {
            { "PolicyDocument" },
            { "Topics", Reference("AWS::SNS::Topic") },
        },
        new("AWS::SecretsManager::Secret", "Secret", "Rds", "ElastiCache")
        {
            { "Description", "Tags" },
            { Deletion, KeptBeside },
            { Replacement, KeptBeside },
            { "GenerateSecretString.SecretStringTemplate" },
            { "GenerateSecretString.ExcludeCharacters", Maybe(" %+~`#$&*()|[]{}:;<>?!'/@\"\\") },
            { "GenerateSecretString.ExcludePunctuation", Maybe("true") },
            { "GenerateSecretString.GenerateStringKey", Maybe("password") },
            { "GenerateSecretString.PasswordLength", From(static component => component.Attribute switch { "Rds" => "30", "ElastiCache" => "64", _ => null }) },
            { "Name", From(static component => component.Setting(component.Attribute == "Secret" ? "Name" : "SecretName")) },
        },
        new("AWS::SecretsManager::SecretTargetAttachment")
        {
            { "SecretId", Reference("AWS::SecretsManager::Secret") },
            { "TargetId", Reference("AWS::RDS::DBInstance") },
            { "TargetType", OneOf("AWS::RDS::DBInstance") },
        },

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
