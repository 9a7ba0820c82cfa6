using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Coverage;

/// <summary>
/// What other scanners look for and a template of ArchDsl never has: one case for each concern that docs/rules/coverage.md calls
/// impossible. The templates are those of all samples, in each stage, and of tests/Weakest, which has each kind with each weakening.
/// </summary>
public class ImpossibleTests
{
    private static readonly string[] WithoutResource = ["ecr:GetAuthorizationToken"];

    /// <summary>To pass a role on is none by itself: it takes one of these to make use of it.</summary>
    private static readonly string[] Escalations =
    [
        "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy",
        "iam:AddUserToGroup", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "lambda:UpdateFunctionCode", "lambda:CreateFunction",
        "ec2:RunInstances", "ecs:RunTask", "ecs:RegisterTaskDefinition", "cloudformation:CreateStack", "ssm:SendCommand", "ssm:StartSession", "glue:UpdateDevEndpoint",
    ];

    private static readonly string[] PermissionsManagement =
    [
        "iam:CreateRole", "iam:PutUserPolicy", "s3:PutBucketPolicy", "s3:PutBucketAcl", "s3:PutObjectAcl", "sns:AddPermission", "sns:SetTopicAttributes",
        "secretsmanager:PutResourcePolicy", "ecr:SetRepositoryPolicy", "dynamodb:PutResourcePolicy", "kms:PutKeyPolicy", "kms:CreateGrant", "lambda:AddPermission",
    ];

    private static readonly string[] Credentials =
        ["sts:GetSessionToken", "sts:GetFederationToken", "sts:AssumeRoleWithSAML", "iam:CreateAccessKey", "rds-db:connect", "redshift:GetClusterCredentials", "codeartifact:GetAuthorizationToken"];

    /// <summary>What there is to look at in a template, and whether it is as it should be.</summary>
    private static readonly Dictionary<string, Func<Synthesized, IEnumerable<(string Thing, bool Holds)>>> Cases = new()
    {
        ["vpc-default-vpc-used"] = static s => s.Reach.Hosts.Select(host => (
            $"{host.Resource}", host.Subnets.Count > 0 && host.Subnets.All(subnet => s.Template.Target(subnet.Resource.Property("VpcId"))?.Type == "AWS::EC2::VPC"))),
        ["vpc-too-many-gateways"] = Every("AWS::EC2::VPC", static (vpc, t) => t.OfType("AWS::EC2::VPCGatewayAttachment").Count(a => a.Property("VpcId")?.LogicalId == vpc.LogicalId) <= 1),
        ["vpc-endpoint-no-private-dns"] = static s => s.Template.OfType("AWS::EC2::VPCEndpoint").Where(static endpoint => endpoint.Text("VpcEndpointType") == "Interface")
            .Select(endpoint => ($"{endpoint}", endpoint.Text("PrivateDnsEnabled") == "true")),
        ["subnet-auto-public-ip"] = Every("AWS::EC2::Subnet", static subnet => subnet.Text("MapPublicIpOnLaunch") == "false"),
        ["route-nat-instance"] = Every("AWS::EC2::Route", static route => Absent(route, "InstanceId", "NetworkInterfaceId")),
        ["eip-unattached"] = Every("AWS::EC2::EIP", static (ip, t) => t.OfType("AWS::EC2::NatGateway").Any(nat => nat.Property("AllocationId")?.LogicalId == ip.LogicalId)),
        ["nacl-present"] = None("AWS::EC2::NetworkAcl", "AWS::EC2::NetworkAclEntry"),

        ["sg-egress-implicit-all"] = Every("AWS::EC2::SecurityGroup", static group => group.List("SecurityGroupEgress").Count > 0),
        ["sg-no-description"] = Every("AWS::EC2::SecurityGroup", static group => group.Text("GroupDescription")?.StartsWith("Guards ", StringComparison.Ordinal) == true),
        ["sg-rule-no-description"] = static s => Rules(s.Template).Select(rule => ($"{rule}", rule["Description"]?.Text is { Length: > 0 })),
        ["sg-unattached"] = static s => s.Template.OfType("AWS::EC2::SecurityGroup").Select(group => ($"{group}", s.Reach.Hosts.Any(host => host.Groups.Contains(group.LogicalId)))),
        ["sg-no-vpc"] = Every("AWS::EC2::SecurityGroup", static (group, t) => t.Target(group.Property("VpcId"))?.Type == "AWS::EC2::VPC"),
        ["lb-sg-no-outbound"] = static s => s.Reach.Forwards.Select(forward => (
            $"{forward}", s.Reach.CanConnect(forward.LoadBalancer, forward.Target, forward.TargetPort) == Answer.Yes)),
        ["topo-shared-sg-across-tiers"] = static s => s.Reach.Hosts.SelectMany(host => host.Groups).GroupBy(group => group).Select(group => (group.Key, group.Count() == 1)),

        ["lt-public-ip"] = Every("AWS::EC2::LaunchTemplate", static launch => Absent(launch, "LaunchTemplateData.NetworkInterfaces")),
        ["ec2-imdsv1"] = Every("AWS::EC2::Instance", RequiresTokens),
        ["topo-imds-ssrf"] = Every("AWS::EC2::Instance", RequiresTokens),
        ["ec2-ebs-unencrypted"] = Every("AWS::EC2::Instance", static instance =>
            instance.List("BlockDeviceMappings") is { Count: > 0 } devices && devices.All(device => device["Ebs"]?["Encrypted"]?.Flag == true)),
        ["ebs-unattached"] = None("AWS::EC2::Volume"),
        ["ec2-no-instance-profile"] = Every("AWS::EC2::Instance", static (instance, t) => t.Target(instance.Property("IamInstanceProfile"))?.List("Roles").Count == 1),
        ["cfn-authentication-credentials"] = static s => s.Template.Resources.Select(resource => (
            $"{resource}", s.Template.Json["Resources"]![resource.LogicalId]!["Metadata"]?["AWS::CloudFormation::Authentication"] is null)),
        ["ec2-default-sg"] = static s => s.Template.OfType("AWS::EC2::Instance").Select(instance => (
            $"{instance}", s.Reach[instance.LogicalId].Groups is { Count: > 0 } groups && groups.All(group => s.Template.Find(group)?.Type == "AWS::EC2::SecurityGroup"))),
        ["ec2-multiple-enis"] = Every("AWS::EC2::Instance", static instance => instance.List("NetworkInterfaces").Count <= 1),

        ["alb-no-acm-cert"] = static s => Https(s).Select(listener => (
            $"{listener}", listener.List("Certificates").All(c => s.Template.Target(c["CertificateArn"])?.Type == "AWS::CertificateManager::Certificate"))),
        ["alb-weak-tls-policy"] = static s => Https(s).Select(listener => ($"{listener}", listener.Text("SslPolicy") == "ELBSecurityPolicy-TLS13-1-2-2021-06")),
        ["alb-invalid-headers"] = Every("AWS::ElasticLoadBalancingV2::LoadBalancer", static lb => Attribute(lb, "routing.http.drop_invalid_header_fields.enabled") == "true"),
        ["alb-desync-mode"] = Every("AWS::ElasticLoadBalancingV2::LoadBalancer", static lb => Attribute(lb, "routing.http.desync_mitigation_mode") is null or "defensive" or "strictest"),
        ["tg-no-healthcheck"] = Every("AWS::ElasticLoadBalancingV2::TargetGroup", static group => group.Text("HealthCheckEnabled") != "false" && group.Text("HealthCheckPath") is not null),
        ["clb-used"] = None("AWS::ElasticLoadBalancing::LoadBalancer"),
        ["topo-lb-misplaced"] = static s => s.Template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer").Select(lb => (
            $"{lb}", s.Reach[lb.LogicalId].Subnets.All(subnet => IsPublic(s, subnet) == (lb.Text("Scheme") == "internet-facing")))),

        ["ecs-no-container-logs"] = EveryContainer(static container => container["LogConfiguration"]?["LogDriver"]?.Text == "awslogs"),
        ["ecs-privileged"] = EveryContainer(static container => container["Privileged"]?.Flag != true),
        ["ecs-host-mode-root"] = Every("AWS::ECS::TaskDefinition", static task => task.Text("NetworkMode") != "host"),
        ["ecs-not-awsvpc"] = Every("AWS::ECS::TaskDefinition", static task => task.Text("NetworkMode") == "awsvpc"),
        ["ecs-host-pid"] = Every("AWS::ECS::TaskDefinition", static task => Absent(task, "PidMode", "IpcMode")),
        ["ecs-no-memory-limit"] = Every("AWS::ECS::TaskDefinition", static task => task.Property("Memory")?.Number > 0),
        ["ecs-old-fargate-platform"] = Every("AWS::ECS::Service", static service => service.Text("PlatformVersion") is null or "LATEST"),
        ["ecs-shared-exec-task-role"] = Every("AWS::ECS::TaskDefinition", static task => task.Property("TaskRoleArn")!.LogicalId != task.Property("ExecutionRoleArn")!.LogicalId),
        ["ecs-no-task-role"] = Every("AWS::ECS::TaskDefinition", static (task, t) => t.Target(task.Property("TaskRoleArn"))?.Type == "AWS::IAM::Role"),
        ["ecs-admin-role"] = static s =>
            from task in s.Template.OfType("AWS::ECS::TaskDefinition")
            from role in new[] { task.Property("TaskRoleArn")!.LogicalId!, task.Property("ExecutionRoleArn")!.LogicalId! }
            select (role, !new Identity(s.Template).ForeignPolicies(role).Any() && !new Identity(s.Template).Grants(role).Any(grant => grant.HasActionWildcard)),
        ["ecs-exec-not-logged"] = Every("AWS::ECS::Service", static service => service.Text("EnableExecuteCommand") != "true"),
        ["ecr-public-policy"] = Every("AWS::ECR::Repository", static repository => Absent(repository, "RepositoryPolicyText")),
        ["topo-public-subnet-no-public-ip"] = static s => s.Reach.Hosts.Where(host => host.Resource.Type is "AWS::ECS::Service" or "AWS::EC2::Instance")
            .Select(host => ($"{host.Resource}", host.HasPublicAddress || !host.Subnets.Any(subnet => IsPublic(s, subnet)))),

        ["rds-unencrypted"] = Every("AWS::RDS::DBInstance", static database => database.Text("StorageEncrypted") == "true"),
        ["rds-no-minor-upgrade"] = Every("AWS::RDS::DBInstance", static database => database.Text("AutoMinorVersionUpgrade") != "false"),
        ["rds-no-copy-tags"] = Every("AWS::RDS::DBInstance", static database => database.Text("CopyTagsToSnapshot") == "true"),
        ["rds-tls-not-forced"] = Every("AWS::RDS::DBInstance", static (database, t) =>
            (database.Text("Engine") == "postgres" && int.Parse(database.Text("EngineVersion")!.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) >= 15)
            || t.Target(database.Property("DBParameterGroupName"))?.Property("Parameters") is { } parameters
                && (parameters["rds.force_ssl"] ?? parameters["require_secure_transport"])?.Text is "1" or "ON"),
        ["rds-plaintext-password"] = Every("AWS::RDS::DBInstance", static database => $"{database.Property("MasterUserPassword")}".StartsWith("{{resolve:secretsmanager:", StringComparison.Ordinal)),
        ["rds-no-log-exports"] = Every("AWS::RDS::DBInstance", static database => database.List("EnableCloudwatchLogsExports").Count > 0),
        ["rds-old-ca"] = Every("AWS::RDS::DBInstance", static database => Absent(database, "CACertificateIdentifier")),
        ["rds-not-in-vpc"] = Every("AWS::RDS::DBInstance", static (database, t) =>
            t.Target(database.Property("DBSubnetGroupName"))?.Type == "AWS::RDS::DBSubnetGroup" && database.List("VPCSecurityGroups").Count > 0 && Absent(database, "DBSecurityGroups")),

        ["cache-not-in-vpc"] = Every("AWS::ElastiCache::ReplicationGroup", HasSubnetGroup),
        ["cache-default-subnet-group"] = Every("AWS::ElastiCache::ReplicationGroup", HasSubnetGroup),
        ["cache-unencrypted-at-rest"] = Every("AWS::ElastiCache::ReplicationGroup", static cache => cache.Text("AtRestEncryptionEnabled") == "true"),
        ["cache-unencrypted-transit"] = Every("AWS::ElastiCache::ReplicationGroup", static cache => cache.Text("TransitEncryptionEnabled") == "true" && cache.Text("TransitEncryptionMode") is null or "required"),
        ["cache-plaintext-auth-token"] = Every("AWS::ElastiCache::ReplicationGroup", static cache =>
            cache.Property("AuthToken") is not { } token || $"{token}".StartsWith("{{resolve:secretsmanager:", StringComparison.Ordinal)),
        ["cache-no-minor-upgrade"] = Every("AWS::ElastiCache::ReplicationGroup", static cache => cache.Text("AutoMinorVersionUpgrade") != "false"),
        ["cache-legacy-sg"] = None("AWS::ElastiCache::SecurityGroup", "AWS::ElastiCache::SecurityGroupIngress"),

        ["s3-public-acl"] = Every("AWS::S3::Bucket", static bucket => Absent(bucket, "AccessControl")),
        ["s3-acls-used"] = Every("AWS::S3::Bucket", static bucket =>
            Absent(bucket, "AccessControl") && bucket.List("OwnershipControls.Rules").All(rule => rule["ObjectOwnership"]?.Text == "BucketOwnerEnforced")),
        ["s3-policy-wildcard-action"] = static s => Statements(s, "AWS::S3::BucketPolicy").Where(Allows)
            .Select(statement => ($"{statement}", statement["Action"]!.Items.All(action => !action.Text!.Contains('*', StringComparison.Ordinal)))),
        ["s3-policy-notprincipal"] = static s => Statements(s, "AWS::S3::BucketPolicy").Select(Positive),
        ["s3-policy-lockout"] = static s => Statements(s, "AWS::S3::BucketPolicy").Where(static statement => !Allows(statement)).Select(statement => ($"{statement}", RefusesPlaintext(statement))),
        ["s3-no-tls-policy"] = static s => WithPolicy(s, "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "Bucket", static statements => statements.Any(RefusesPlaintext)),
        ["s3-no-bucket-policy"] = static s => WithPolicy(s, "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "Bucket", static statements => statements.Any()),
        ["s3-no-encryption"] = Every("AWS::S3::Bucket", static bucket => bucket.List("BucketEncryption.ServerSideEncryptionConfiguration").Count > 0),
        ["s3-website-public"] = Every("AWS::S3::Bucket", static bucket => Absent(bucket, "WebsiteConfiguration")),
        ["ddb-no-autoscaling"] = Every("AWS::DynamoDB::Table", static table => table.Text("BillingMode") == "PAY_PER_REQUEST"),
        ["ddb-billing-mode"] = Every("AWS::DynamoDB::Table", static table => table.Text("BillingMode") is not null),

        ["iam-admin-star"] = EveryGrant(static grant => !(grant.HasActionWildcard && grant.IsForEverything)),
        ["iam-wildcard-action"] = EveryGrant(static grant => !grant.HasActionWildcard),
        ["iam-wildcard-resource"] = EveryGrant(static grant => !grant.IsForEverything || WithoutResource.Contains(grant.Action)),
        ["iam-write-unconstrained"] = EveryGrant(static grant => !grant.IsForEverything || WithoutResource.Contains(grant.Action)),
        ["iam-s3-wildcard"] = EveryGrant(static grant => !grant.Covers("s3:DeleteBucket")),
        ["iam-data-exfiltration"] = EveryGrant(static grant => !grant.IsForEverything || !new[] { "s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter" }.Any(grant.Covers)),
        ["iam-passrole-wildcard"] = EveryGrant(static grant => !grant.Covers("iam:PassRole") || !grant.IsForEverything),
        ["iam-assume-all"] = EveryGrant(static grant => !grant.Covers("sts:AssumeRole")),
        ["iam-privilege-escalation"] = EveryGrant(static grant => !Escalations.Any(grant.Covers)),
        ["iam-permissions-management"] = EveryGrant(static grant => !PermissionsManagement.Any(grant.Covers)),
        ["iam-credentials-exposure"] = EveryGrant(static grant => !Credentials.Any(grant.Covers)),
        ["topo-public-compute-privileged-role"] = EveryGrant(static grant => !grant.HasActionWildcard && (!grant.IsForEverything || WithoutResource.Contains(grant.Action))),
        ["topo-role-chain-to-admin"] = EveryGrant(static grant => !grant.Covers("sts:AssumeRole") && !Escalations.Any(grant.Covers)),
        ["iam-allow-notaction"] = static s => RoleStatements(s).Select(Positive),
        ["iam-allow-notresource"] = static s => RoleStatements(s).Select(Positive),
        ["iam-aws-managed-policy"] = Every("AWS::IAM::Role", HasNoManagedPolicy),
        ["iam-admin-managed-policy"] = Every("AWS::IAM::Role", HasNoManagedPolicy),
        ["iam-elevated-managed-policy"] = Every("AWS::IAM::Role", HasNoManagedPolicy),
        ["iam-trust-any-principal"] = EveryTrust(static trust => TrustsService(trust)),
        ["iam-cross-account-no-externalid"] = EveryTrust(static trust => TrustsService(trust)),
        ["iam-trust-wildcard-action"] = EveryTrust(static trust => trust["Action"]?.Text == "sts:AssumeRole"),
        ["iam-trust-notprincipal"] = EveryTrust(static trust => Positive(trust).Holds),
        ["iam-user-policy"] = None("AWS::IAM::UserPolicy", "AWS::IAM::User"),
        ["iam-user-declared"] = None("AWS::IAM::User"),
        ["iam-root-access-key"] = None("AWS::IAM::AccessKey"),
        ["iam-access-key-hygiene"] = None("AWS::IAM::AccessKey"),
        ["iam-login-profile-plaintext"] = None("AWS::IAM::User"),

        ["alarm-no-action"] = Every("AWS::CloudWatch::Alarm", static alarm => alarm.List("AlarmActions").Count > 0 && alarm.Text("ActionsEnabled") != "false"),
        ["topo-unbound-event-edge"] = static s =>
            from alarm in s.Template.OfType("AWS::CloudWatch::Alarm")
            from topic in alarm.List("AlarmActions")
            select ($"{alarm}", s.Template.OfType("AWS::SNS::TopicPolicy").Where(policy => policy.List("Topics").Any(one => one.LogicalId == topic.LogicalId))
                .SelectMany(Statements)
                .Any(statement => Allows(statement) && statement["Principal"]?["Service"]?.Text == "cloudwatch.amazonaws.com" && statement["Condition"]?["StringEquals"]?["aws:SourceAccount"] is not null)),
        ["r53-dangling-record"] = Every("AWS::Route53::RecordSet", static (record, t) => record.Property("AliasTarget.DNSName")!.References().Any(id => t.Find(id)?.Type == "AWS::ElasticLoadBalancingV2::LoadBalancer")),
        ["acm-hygiene"] = Every("AWS::CertificateManager::Certificate", static certificate => certificate.Text("CertificateTransparencyLoggingPreference") is null or "ENABLED"),
        ["sns-no-tls"] = static s => WithPolicy(s, "AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "Topics", static statements => statements.Any(RefusesPlaintext)),
        ["sns-public-policy"] = static s => Statements(s, "AWS::SNS::TopicPolicy").Where(Allows).Select(statement => ($"{statement}", TrustsService(statement))),
        ["sns-notprincipal"] = static s => Statements(s, "AWS::SNS::TopicPolicy").Select(Positive),

        ["kms-no-rotation"] = Every("AWS::KMS::Key", static key => key.Text("EnableKeyRotation") == "true"),
        ["kms-unusable"] = Every("AWS::KMS::Key", static key => key.Text("Enabled") != "false"),
        ["kms-no-policy"] = Every("AWS::KMS::Key", static key => key.List("KeyPolicy.Statement").Count > 0),
        ["kms-wildcard-principal"] = Every("AWS::KMS::Key", static key => !Identity.GrantsToEveryone(key.Property("KeyPolicy")!).Any(grant => grant.Allowed)),
        ["topo-kms-mismatch"] = static s =>
            from topic in s.Template.OfType("AWS::SNS::Topic")
            let key = topic.Property("KmsMasterKeyId")?.LogicalId
            where key is not null
            let identity = new Identity(s.Template)
            from role in identity.Roles
            where identity.Can(role.LogicalId, "sns:Publish", topic.LogicalId)
            select ($"{role} and {topic}", identity.Can(role.LogicalId, "kms:Decrypt", key) && identity.Can(role.LogicalId, "kms:GenerateDataKey", key)),

        // One route for each family of addresses at most, the default one.
        ["topo-subnet-kind-violated"] = static s => s.Template.OfType("AWS::EC2::RouteTable").Select(table => (
            $"{table}", s.Template.OfType("AWS::EC2::Route").Where(route => route.Property("RouteTableId")?.LogicalId == table.LogicalId)
                .Select(static route => route.Text("DestinationCidrBlock") ?? route.Text("DestinationIpv6CidrBlock"))
                .Order(StringComparer.Ordinal).ToList() is [] or ["0.0.0.0/0"] or ["::/0"] or ["0.0.0.0/0", "::/0"])),
    };

    public static TheoryData<string> Concerns => [.. Cases.Keys];

    /// <summary>A case looks at something in one template at least: else it could not fail.</summary>
    [Theory, MemberData(nameof(Concerns))]
    public async Task Template_NeverHas(string concern)
    {
        List<(Synthesized Template, string Thing, bool Holds)> seen = [];
        foreach (var synthesized in await Templates())
        {
            seen.AddRange(Cases[concern](synthesized).Select(one => (synthesized, one.Thing, one.Holds)));
        }

        Assert.NotEmpty(seen);
        Assert.Empty(seen.Where(one => !one.Holds).Select(one => $"{one.Template}: {one.Thing}"));
    }

    [Fact]
    public void Cases_AreTheConcernsThatTheTableCallsImpossible() => Assert.Equal(
        File.ReadAllLines(Repository.File("tests", "ArchDsl.Tests", "Coverage", "verdicts.csv"))
            .Select(line => line.Split(','))
            .Where(columns => columns[1] == "impossible")
            .Select(columns => columns[0])
            .Order(StringComparer.Ordinal),
        Cases.Keys.Order(StringComparer.Ordinal));

    /// <summary>The weakest architecture has a resource of every type that a sample has.</summary>
    [Fact]
    public async Task Weakest_HasEveryType()
    {
        var templates = await Templates();
        Assert.Empty(templates.SelectMany(template => template.Template.Resources).Select(resource => resource.Type)
            .Except(templates.Single(template => template.Name == "Weakest").Template.Resources.Select(resource => resource.Type))
            .Except(["AWS::EC2::FlowLog", "AWS::IAM::Policy"])); // flow logs, and what they need, are what it does without
    }

    private static async Task<IReadOnlyList<Synthesized>> Templates()
    {
        List<Synthesized> templates = [await Samples.Get("Weakest"), await Samples.Get("Aloka", "prod")];
        foreach (string sample in Samples.All)
        {
            templates.Add(await Samples.Get(sample));
        }

        return templates;
    }

    private static Func<Synthesized, IEnumerable<(string, bool)>> Every(string type, Func<Resource, bool> holds) => Every(type, (resource, _) => holds(resource));

    private static Func<Synthesized, IEnumerable<(string, bool)>> Every(string type, Func<Resource, Template, bool> holds) =>
        s => s.Template.OfType(type).Select(resource => ($"{resource}", holds(resource, s.Template)));

    private static Func<Synthesized, IEnumerable<(string, bool)>> None(params string[] types) =>
        s => s.Template.Resources.Select(resource => ($"{resource}", !types.Contains(resource.Type)));

    private static Func<Synthesized, IEnumerable<(string, bool)>> EveryContainer(Func<Value, bool> holds) =>
        s => s.Template.OfType("AWS::ECS::TaskDefinition").SelectMany(task => task.List("ContainerDefinitions").Select(container => ($"{task}", holds(container))));

    private static Func<Synthesized, IEnumerable<(string, bool)>> EveryGrant(Func<Grant, bool> holds) => s =>
    {
        var identity = new Identity(s.Template);
        return identity.Roles.SelectMany(role => identity.Grants(role.LogicalId)).Where(grant => grant.Allowed).Select(grant => ($"{grant}", holds(grant)));
    };

    private static Func<Synthesized, IEnumerable<(string, bool)>> EveryTrust(Func<Value, bool> holds) =>
        s => s.Template.OfType("AWS::IAM::Role").SelectMany(role => role.List("AssumeRolePolicyDocument.Statement").Select(statement => ($"{role}", holds(statement))));

    /// <summary>Each resource of a type, with the statements of the policies that name it.</summary>
    private static IEnumerable<(string, bool)> WithPolicy(Synthesized s, string type, string policyType, string target, Func<IEnumerable<Value>, bool> holds) =>
        s.Template.OfType(type).Select(resource => (
            $"{resource}", holds(s.Template.OfType(policyType).Where(policy => policy.List(target).Any(one => one.LogicalId == resource.LogicalId)).SelectMany(Statements))));

    private static IEnumerable<Value> Statements(Synthesized s, string policyType) => s.Template.OfType(policyType).SelectMany(Statements);

    private static IReadOnlyList<Value> Statements(Resource policy) => policy.List("PolicyDocument.Statement");

    private static IEnumerable<Value> RoleStatements(Synthesized s) => s.Template.OfType("AWS::IAM::Role")
        .SelectMany(role => role.List("Policies"))
        .SelectMany(policy => policy["PolicyDocument"]!["Statement"]!.Items)
        .Concat(Statements(s, "AWS::IAM::Policy"));

    private static IEnumerable<Value> Rules(Template template) => template.OfType("AWS::EC2::SecurityGroup")
        .SelectMany(group => group.List("SecurityGroupIngress").Concat(group.List("SecurityGroupEgress")))
        .Concat(template.Resources.Where(resource => resource.Type is "AWS::EC2::SecurityGroupIngress" or "AWS::EC2::SecurityGroupEgress").Select(rule => rule.Properties));

    private static IEnumerable<Resource> Https(Synthesized s) => s.Template.OfType("AWS::ElasticLoadBalancingV2::Listener").Where(listener => listener.Text("Protocol") == "HTTPS");

    private static string? Attribute(Resource balancer, string key) =>
        balancer.List("LoadBalancerAttributes").SingleOrDefault(attribute => attribute["Key"]?.Text == key)?["Value"]?.Text;

    private static bool IsPublic(Synthesized s, Subnet subnet) => s.Reach.Network.InternetGateway(subnet, Cidr.Internet[0]) is not null;

    private static bool RequiresTokens(Resource instance, Template template) =>
        template.Target(instance.Property("LaunchTemplate.LaunchTemplateId")) is { } launch
        && launch.Text("LaunchTemplateData.MetadataOptions.HttpTokens") == "required"
        && instance.Property("LaunchTemplate.Version") == new Value.Attribute(launch.LogicalId, "LatestVersionNumber");

    private static bool HasSubnetGroup(Resource cache, Template template) => template.Target(cache.Property("CacheSubnetGroupName"))?.Type == "AWS::ElastiCache::SubnetGroup";

    private static bool HasNoManagedPolicy(Resource role) => Absent(role, "ManagedPolicyArns");

    private static bool Absent(Resource resource, params string[] paths) => paths.All(path => resource.Property(path) is null);

    private static bool Allows(Value statement) => statement["Effect"]?.Text == "Allow";

    private static (string Thing, bool Holds) Positive(Value statement) =>
        ($"{statement}", statement["NotPrincipal"] is null && statement["NotAction"] is null && statement["NotResource"] is null);

    private static bool TrustsService(Value statement) =>
        statement["Principal"] is Value.Map { Members: { Count: 1 } members } && members.TryGetValue("Service", out var service)
        && service.Items.All(one => one.Text?.EndsWith(".amazonaws.com", StringComparison.Ordinal) == true);

    private static bool RefusesPlaintext(Value statement) => !Allows(statement) && statement["Condition"]?["Bool"]?["aws:SecureTransport"]?.Text == "false";
}
