using System.Globalization;
using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>What to look at after a deployment: every resource, with the command that shows it.</summary>
internal static class ChecklistSection
{
    private const string Group = "AWS::EC2::SecurityGroup";

    // By resource attribute: the type that it becomes, and the command that shows what matters of it. {0} is its physical id, {1} the ECS cluster.
    private static readonly Dictionary<string, (string Type, string Command)[]> Commands = new(StringComparer.Ordinal)
    {
        ["Alb"] =
        [
            ("AWS::ElasticLoadBalancingV2::LoadBalancer", "aws elbv2 describe-load-balancers --load-balancer-arns {0} --query 'LoadBalancers[].[State.Code,Scheme,DNSName]' --output text"),
            ("AWS::ElasticLoadBalancingV2::LoadBalancer", "aws elbv2 describe-listeners --load-balancer-arn {0} --query 'Listeners[].[Port,Protocol]' --output text"),
        ],
        ["Certificate"] = [("AWS::CertificateManager::Certificate", "aws acm describe-certificate --certificate-arn {0} --query 'Certificate.[Status,DomainName]' --output text")],
        ["DynamoDb"] = [("AWS::DynamoDB::Table", "aws dynamodb describe-table --table-name {0} --query 'Table.[TableStatus,KeySchema]'")],
        ["Ec2"] = [("AWS::EC2::Instance", "aws ec2 describe-instances --instance-ids {0} --query 'Reservations[].Instances[].[State.Name,PublicIpAddress,MetadataOptions.HttpTokens]' --output text")],
        ["Ecr"] = [("AWS::ECR::Repository", "aws ecr describe-repositories --repository-names {0} --query 'repositories[].[imageTagMutability,imageScanningConfiguration.scanOnPush]' --output text")],
        ["ElastiCache"] = [("AWS::ElastiCache::ReplicationGroup", "aws elasticache describe-replication-groups --replication-group-id {0} --query 'ReplicationGroups[].[Status,TransitEncryptionEnabled,AtRestEncryptionEnabled]' --output text")],
        ["Fargate"] =
        [
            ("AWS::ECS::Service", "aws ecs describe-services --cluster {1} --services {0} --query 'services[].[status,desiredCount,runningCount]' --output text"),
            ("AWS::ECS::TaskDefinition", "aws ecs describe-task-definition --task-definition {0} --query 'taskDefinition.[cpu,memory,networkMode,taskRoleArn,executionRoleArn]' --output text"),
            ("AWS::Logs::LogGroup", "aws logs describe-log-groups --log-group-name-prefix {0} --query 'logGroups[].[logGroupName,retentionInDays]' --output text"),
        ],
        ["Rds"] = [("AWS::RDS::DBInstance", "aws rds describe-db-instances --db-instance-identifier {0} --query 'DBInstances[].[DBInstanceStatus,PubliclyAccessible,StorageEncrypted,MultiAZ]' --output text")],
        ["S3"] =
        [
            ("AWS::S3::Bucket", "aws s3api get-public-access-block --bucket {0} --query PublicAccessBlockConfiguration"),
            ("AWS::S3::Bucket", "aws s3api get-bucket-encryption --bucket {0} --query 'ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm' --output text"),
        ],
        ["Secret"] = [("AWS::SecretsManager::Secret", "aws secretsmanager describe-secret --secret-id {0} --query '[Name,LastChangedDate]' --output text")],
        ["Topic"] = [("AWS::SNS::Topic", "aws sns get-topic-attributes --topic-arn {0} --query 'Attributes.[TopicArn,SubscriptionsConfirmed]' --output text")],
    };

    /// <summary>The resource attributes that the list has commands for.</summary>
    public static IEnumerable<string> Attributes => Commands.Keys;

    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        ManifestStage stage = facts.Stage;
        markdown.Paragraph("The ids of resources come from the stack. Once in a shell:");
        markdown.Fence("bash", $$"""
            {{(stage.Region is null ? "" : $"export AWS_REGION={Shell(stage.Region)}\n")}}STACK={{(stage.StackName is null ? "... # the name of the stack" : Shell(stage.StackName))}}
            resource() { # the physical id of the resource of a type whose logical id begins so
              aws cloudformation describe-stack-resources --stack-name "$STACK" --query "StackResources[?ResourceType=='$1' && starts_with(LogicalResourceId, '$2')].PhysicalResourceId | [0]" --output text
            }
            """);
        markdown.List(Items(facts).Select(static item => $"[ ] {item.What}: {MarkdownText.Code(item.Command)}"));
    }

    private static IEnumerable<(string What, string Command)> Items(StageFacts facts)
    {
        ManifestStage stage = facts.Stage;
        yield return ("the stack is complete", "aws cloudformation describe-stacks --stack-name \"$STACK\" --query 'Stacks[].StackStatus' --output text");
        foreach (ManifestNetwork network in stage.Networks)
        {
            string vpc = Resource("AWS::EC2::VPC", network.ConstructPath, "Vpc");
            yield return ($"VPC of {facts.Name(network.Path)}", $"aws ec2 describe-vpcs --vpc-ids {vpc} --query 'Vpcs[].[State,CidrBlock]' --output text");
            yield return ($"subnets of {facts.Name(network.Path)}", $"aws ec2 describe-subnets --filters Name=vpc-id,Values={vpc} --query 'Subnets[].[CidrBlock,AvailabilityZone,MapPublicIpOnLaunch]' --output text");
            yield return ($"route tables of {facts.Name(network.Path)}", $"aws ec2 describe-route-tables --filters Name=vpc-id,Values={vpc} --query 'RouteTables[].Routes[].[DestinationCidrBlock,GatewayId,NatGatewayId]' --output text");
            if (network.NatGateways.Count > 0)
            {
                yield return ($"NAT gateways of {facts.Name(network.Path)}", $"aws ec2 describe-nat-gateways --filter Name=vpc-id,Values={vpc} --query 'NatGateways[].[NatGatewayId,State]' --output text");
            }

            if (network.Endpoints.Count > 0)
            {
                yield return ($"endpoints of {facts.Name(network.Path)}", $"aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values={vpc} --query 'VpcEndpoints[].[ServiceName,State]' --output text");
            }
        }

        foreach (ManifestComponent component in stage.Components)
        {
            foreach ((string type, string command) in Commands.GetValueOrDefault(component.Attribute) ?? [])
            {
                string id = Resource(type, component.ConstructPath);
                yield return (
                    $"{facts.Name(component.Path)} ({StageFacts.Text(component.Kind)})",
                    string.Format(CultureInfo.InvariantCulture, command, id, command.Contains("{1}", StringComparison.Ordinal) ? Resource("AWS::ECS::Cluster", "") : ""));
            }

            if (stage.SecurityGroup(component.Path) is not null)
            {
                yield return (
                    $"security group of {facts.Name(component.Path)}",
                    $"aws ec2 describe-security-groups --group-ids {Resource(Group, component.ConstructPath, "SecurityGroup")} --query 'SecurityGroups[].IpPermissions[].[FromPort,ToPort,UserIdGroupPairs[].GroupId,IpRanges[].CidrIp]'");
            }
        }

        foreach (ManifestAlarm alarm in stage.Alarms)
        {
            string path = stage.Component(alarm.Component)!.ConstructPath;
            yield return ($"alarm for {StageFacts.Text(alarm.Metric)} of {facts.Name(alarm.Component)}", $"aws cloudwatch describe-alarms --alarm-names {Resource("AWS::CloudWatch::Alarm", path, "Alarm" + alarm.Metric)} --query 'MetricAlarms[].[AlarmName,StateValue,Threshold]' --output text");
        }

        foreach (ManifestDnsRecord record in stage.DnsRecords)
        {
            string zone = stage.HostedZones.First(z => z.Path == record.HostedZone) is { Id: { } id } ? Shell(id) : Resource("AWS::Route53::HostedZone", record.HostedZone.Replace('.', '/'));
            yield return ($"name {StageFacts.Text(record.Name)}", $"aws route53 list-resource-record-sets --hosted-zone-id {zone} --query 'ResourceRecordSets[].[Name,Type,AliasTarget.DNSName]' --output text");
        }

        foreach (ManifestTargetGroup group in stage.TargetGroups)
        {
            string path = stage.Component(group.LoadBalancer)!.ConstructPath;
            yield return (
                $"what {facts.Name(group.LoadBalancer)} asks is healthy",
                $"aws elbv2 describe-target-health --target-group-arn {Resource("AWS::ElasticLoadBalancingV2::TargetGroup", path)} --query 'TargetHealthDescriptions[].TargetHealth.State' --output text");
        }
    }

    // The CDK makes logical ids of the path of a construct, without what is no letter or digit, and a hash.
    private static string Resource(string type, string constructPath, string id = "") =>
        $"\"$(resource {type} '{string.Concat(constructPath.Where(char.IsAsciiLetterOrDigit))}{id}')\"";

    private static string Shell(string text) => text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? text : "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
