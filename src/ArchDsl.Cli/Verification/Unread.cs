namespace ArchDsl.Cli.Verification;

/// <summary>What stands in a template and nothing here compares. Whatever is not known is listed: no list of harmless types would be complete.</summary>
internal static class Unread
{
    // The types that ArchDsl writes, and those that the reader of reach knows besides.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "AWS::ApplicationAutoScaling::ScalableTarget", "AWS::ApplicationAutoScaling::ScalingPolicy", "AWS::CDK::Metadata", "AWS::CertificateManager::Certificate",
        "AWS::CloudWatch::Alarm", "AWS::DynamoDB::Table", "AWS::EC2::EIP", "AWS::EC2::EIPAssociation", "AWS::EC2::EgressOnlyInternetGateway", "AWS::EC2::FlowLog",
        "AWS::EC2::Instance", "AWS::EC2::InternetGateway", "AWS::EC2::LaunchTemplate", "AWS::EC2::NatGateway", "AWS::EC2::Route", "AWS::EC2::RouteTable",
        "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupEgress", "AWS::EC2::SecurityGroupIngress", "AWS::EC2::Subnet", "AWS::EC2::SubnetCidrBlock",
        "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPC", "AWS::EC2::VPCCidrBlock", "AWS::EC2::VPCEndpoint", "AWS::EC2::VPCGatewayAttachment",
        "AWS::ECR::Repository", "AWS::ECS::Cluster", "AWS::ECS::Service", "AWS::ECS::TaskDefinition", "AWS::ElastiCache::CacheCluster",
        "AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::SubnetGroup", "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule",
        "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::Policy",
        "AWS::IAM::Role", "AWS::IAM::RolePolicy", "AWS::KMS::Alias", "AWS::KMS::Key", "AWS::Logs::LogGroup", "AWS::RDS::DBInstance", "AWS::RDS::DBParameterGroup", "AWS::RDS::DBSubnetGroup",
        "AWS::Route53::HostedZone", "AWS::Route53::RecordSet", "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::SNS::Topic", "AWS::SNS::TopicPolicy",
        "AWS::SQS::QueuePolicy", "AWS::SecretsManager::ResourcePolicy", "AWS::SecretsManager::Secret", "AWS::SecretsManager::SecretTargetAttachment",
    };

    // Parts of a template that change what CloudFormation makes of it.
    private static readonly string[] Sections = ["Transform", "Hooks"];

    private static readonly string[] Principals = ["Users", "Groups"];
    private static readonly string[] OfDatabases = ["DBSnapshotIdentifier", "SourceDBInstanceIdentifier", "DBClusterIdentifier"];
    private static readonly string[] OfBuckets = ["AccessControl", "ReplicationConfiguration", "WebsiteConfiguration"];

    /// <summary>What is not read, a line each.</summary>
    public static IEnumerable<string> Of(StackTemplate stack)
    {
        foreach (string section in Sections.Where(stack.Template.Json.ContainsKey))
        {
            yield return $"The section {section} of the template is not read";
        }

        foreach (CloudFormation.Resource resource in stack.Template.Resources)
        {
            if (!Known.Contains(resource.Type))
            {
                yield return $"{resource} is not read";
            }

            if (resource.Type != "AWS::CDK::Metadata" && stack.Template.Json["Resources"]?[resource.LogicalId]?["Condition"] is { } condition)
            {
                yield return $"{resource}: the condition {condition} is not read";
            }

            foreach (string part in Parts(resource))
            {
                yield return $"{resource}: {part} is not read";
            }
        }
    }

    // What a known type can say beside what is compared.
    private static IEnumerable<string> Parts(CloudFormation.Resource resource) => resource.Type switch
    {
        "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy" => Principals.Where(to => resource.List(to).Count > 0),
        "AWS::ECS::Service" when resource.Property("EnableExecuteCommand")?.Flag == true => ["EnableExecuteCommand"],
        "AWS::RDS::DBInstance" => OfDatabases.Where(property => resource.Property(property) is not null),
        "AWS::S3::Bucket" => OfBuckets.Where(property => resource.Property(property) is { } value && value.Text != "Private"),
        "AWS::ElasticLoadBalancingV2::ListenerRule" => resource.List("Actions").Select(static action => action["Type"]?.ToString() ?? "an action").Where(static type => type != "forward").Select(static type => $"the action {type}"),
        _ => [],
    };
}
