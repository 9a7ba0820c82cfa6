using System.Text.Json;
using System.Text.Json.Nodes;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Verification;

/// <summary><c>archdsl verify</c>: what was compiled, held against what was synthesised.</summary>
public sealed class VerifyTests
{
    // The table stands in docs/cli.md.
    private const int Same = 0;
    private const int Different = 1;
    private const int PathOpened = 2;
    private const int NoInput = 4;

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public async Task Sample_IsWhatWasCompiled(string sample) => AssertEqual(await Run(await Samples.Get(sample), sample));

    [Fact]
    public async Task OtherStage_IsKnownByTheNameOfItsStack() => AssertEqual(await Run(await Samples.Get("Aloka", "prod"), "Aloka"), "(prod)");

    [Theory]
    [InlineData("DualStack")]
    [InlineData("Watched")]
    public async Task Variant_IsWhatWasCompiled(string variant) => AssertEqual(await Run(await Running.Variants.Get(variant), "Variants", "--architecture", variant));

    [Fact]
    public async Task HookThatOpensAPort_IsFound()
    {
        var (code, output) = await Run(await Running.Variants.Get("Hooked"), "Variants", "--architecture", "Hooked");

        Assert.Equal(PathOpened, code);
        Assert.Contains("Edge.Worker can connect to Data.Database:5432; compiled, it could not. (Hooked.cs:", output, StringComparison.Ordinal);
        Assert.Contains("Data.Database admits 10.0.0.0/16 on 5432; the source does not say so.", output, StringComparison.Ordinal);
        Assert.Contains("(AWS::EC2::Instance) is in the template and not in the architecture.", output, StringComparison.Ordinal);
        Assert.Contains("which is not in the architecture, can connect to Data.Database:5432.", output, StringComparison.Ordinal);
        Assert.Contains("Classes with hooks: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_AsJson()
    {
        var (code, output) = await Run(await Running.Variants.Get("Hooked"), "Variants", "--architecture", "Hooked", "--json");

        Assert.Equal(PathOpened, code);
        using var stacks = JsonDocument.Parse(output);
        var difference = stacks.RootElement[0].GetProperty("differences")[0];
        Assert.Equal("Reach", difference.GetProperty("kind").GetString());
        Assert.True(difference.GetProperty("opensData").GetBoolean());
    }

    /// <summary>What an aspect or an escape hatch may do to any resource.</summary>
    [Theory]
    [InlineData("\"PubliclyAccessible\": false", "\"PubliclyAccessible\": true", "Database has a public address; the source does not say so.")]
    [InlineData("\"FromPort\": 8000", "\"FromPort\": 7000", "on 7000-8000; the source does not say so.")]
    [InlineData("\"s3:GetObject\"", "\"s3:*\"", "may s3:*")]
    public async Task ChangedTemplate_IsFound(string text, string replacement, string message)
    {
        var (code, output) = await RunChanged(content =>
        {
            Assert.Contains(text, content, StringComparison.Ordinal);
            return content.Replace(text, replacement, StringComparison.Ordinal);
        });

        Assert.NotEqual(Same, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> RunChanged(Action<JsonObject> change) => RunChanged(content =>
    {
        var template = JsonNode.Parse(content)!.AsObject();
        change(template);
        return template.ToJsonString();
    });

    private static async Task<(int Code, string Output)> RunChanged(Func<string, string> change)
    {
        var sample = await Samples.Get("LibertySocial");
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(sample.TemplatePath)!))
        {
            var content = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(Path.Combine(folder.Path, Path.GetFileName(file)), file == sample.TemplatePath ? change(content) : content);
        }

        return await Run(folder.Path, "LibertySocial");
    }

    /// <summary>What somebody may do to a template, by its JSON, and what is told.</summary>
    public static TheoryData<string, string, string> Tampered => new()
    {
        // permissions
        { "AWS::ECS::TaskDefinition", """{ "TaskRoleArn": "arn:aws:iam::111122223333:role/Other" }""", "App.Api runs with the role arn:aws:iam::111122223333:role/Other; the source does not say so." },
        { "AWS::ECS::TaskDefinition", """{ "ExecutionRoleArn": "arn:aws:iam::111122223333:role/Other" }""", "App.Api is started with the role arn:aws:iam::111122223333:role/Other" },
        { "AWS::IAM::Role", """{ "AssumeRolePolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*" }] } }""", "has a role that everybody may take" },
        { "AWS::IAM::Role", """{ "AssumeRolePolicyDocument": { "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": ["arn:aws:iam::111122223333:root"] } } } }""", "has a role that arn:aws:iam::111122223333:root may take" },
        { "+AWS::SecretsManager::ResourcePolicy", """{ "SecretId": "x", "ResourcePolicy": { "Statement": [{ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Principal": "*", "Resource": "*" }] } }""", "lets everybody secretsmanager:GetSecretValue; the source does not say so." },
        { "+AWS::S3::BucketPolicy", """{ "Bucket": "x", "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Principal": { "AWS": "111122223333" }, "Resource": "*" }] } }""", "lets 111122223333 s3:*; the source does not say so." },
        { "+AWS::S3::BucketPolicy", """{ "Bucket": "x", "PolicyDocument": { "Statement": [{ "Effect": "Allow", "NotAction": "s3:PutObject", "NotPrincipal": { "AWS": "111122223333" }, "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }] } }""", "lets all but {AWS: 111122223333} everything but s3:PutObject where aws:SecureTransport Bool true" },
        { "+AWS::SNS::TopicPolicy", """{ "Topics": ["x"], "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "sns:Subscribe", "Principal": { "Service": "events.amazonaws.com" }, "Resource": "*" }] } }""", "lets events.amazonaws.com sns:Subscribe" },

        // places
        { "AWS::RDS::DBSubnetGroup", """{ "SubnetIds": ["PUBLIC"] }""", "App.Database stands in 10.0.1.0/24; the source does not say so." },
        { "AWS::ECS::Service", """{ "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["PUBLIC"], "SecurityGroups": [] } } }""", "App.Api stands in 10.0.1.0/24" },
        { "AWS::RDS::DBInstance", """{ "Port": "3333" }""", "App.Database listens on 3333; the source does not say so." },
        { "AWS::RDS::DBInstance", """{ "DBSubnetGroupName": "other" }""", "App.Database stands in no subnet of the template" },
        { "AWS::EC2::Subnet", """{ "MapPublicIpOnLaunch": true }""", "gives public addresses in 10.0." },

        { "AWS::Route53::RecordSet", """{ "Name": "evil.yourdomain.com." }""", "Edge.LoadBalancer is known as evil.yourdomain.com; the source does not say so." },
        { "AWS::Route53::RecordSet", """{ "AliasTarget": { "DNSName": "evil.example.com", "HostedZoneId": "Z1" } }""", "has AliasTarget.DNSName = evil.example.com" },
        { "AWS::ElasticLoadBalancingV2::Listener", """{ "DefaultActions": [{ "Type": "redirect", "RedirectConfig": { "Host": "evil.example.com", "Port": "443", "Protocol": "HTTPS", "StatusCode": "HTTP_301" } }] }""", ": DefaultActions.RedirectConfig.Host is not read" },
        { "AWS::ElasticLoadBalancingV2::Listener", """{ "DefaultActions": [{ "Type": "redirect", "RedirectConfig": { "Port": "8443", "Protocol": "HTTP", "StatusCode": "HTTP_301" } }] }""", "Edge.LoadBalancer takes plain HTTP on 80 and sends browsers on to HTTPS, says the source" },
        { "AWS::ElasticLoadBalancingV2::TargetGroup", """{ "Targets": [{ "Id": "10.9.9.9", "Port": 80 }] }""", "has Targets.Id = 10.9.9.9" },
        { "AWS::ElasticLoadBalancingV2::LoadBalancer", """{ "LoadBalancerAttributes": [] }""", "Edge.LoadBalancer has no LoadBalancerAttributes[routing.http.drop_invalid_header_fields.enabled]" },
        { "AWS::EC2::Route", """{ "VpcPeeringConnectionId": "pcx-1" }""", ": VpcPeeringConnectionId is not read" },
        { "+AWS::EC2::VPCEndpoint", """{ "VpcId": "x", "ServiceName": "com.amazonaws.us-east-1.s3", "VpcEndpointType": "Gateway" }""", "Tampered is the endpoint of s3 by no route; the source does not say so." },

        // protection
        { "AWS::RDS::DBInstance", """{ "StorageEncrypted": false }""", "App.Database has StorageEncrypted = false in AppDatabaseInstance" },
        { "AWS::RDS::DBInstance", """{ "StorageEncrypted": null }""", "App.Database has no StorageEncrypted in AppDatabaseInstance" },
        { "AWS::RDS::DBInstance", """{ "DeletionProtection": false }""", "(AWS::RDS::DBInstance); compiled, it was true." },
        { "AWS::RDS::DBInstance", """{ "MasterUserPassword": "hunter2hunter2" }""", "App.Database has its MasterUserPassword in plain text" },
        { "AWS::RDS::DBInstance", """{ "MasterUserPassword": { "Ref": "Password" } }""", "App.Database has its MasterUserPassword in plain text" },
        { "AWS::RDS::DBInstance", """{ "EnableIAMDatabaseAuthentication": true }""", ": EnableIAMDatabaseAuthentication is not read" },
        { "AWS::RDS::DBInstance", """{ "MonitoringInterval": { "Fn::Transform": { "Name": "Mine" } } }""", ": MonitoringInterval is not read" },
        { "AWS::ElastiCache::ReplicationGroup", """{ "TransitEncryptionEnabled": false }""", "App.Cache has TransitEncryptionEnabled = false" },
        { "AWS::S3::Bucket", """{ "PublicAccessBlockConfiguration": { "BlockPublicAcls": true, "IgnorePublicAcls": true } }""", "Uploads has no PublicAccessBlockConfiguration.RestrictPublicBuckets" },
        { "AWS::S3::Bucket", """{ "PublicAccessBlockConfiguration": null }""", "Uploads has no PublicAccessBlockConfiguration.IgnorePublicAcls" },
        { "AWS::S3::Bucket", """{ "OwnershipControls": { "Rules": [{ "ObjectOwnership": "ObjectWriter" }] } }""", ": OwnershipControls.Rules.ObjectOwnership is not read" },
        { "AWS::S3::Bucket", """{ "CorsConfiguration": { "CorsRules": [{ "AllowedMethods": ["GET"], "AllowedOrigins": ["*"] }] } }""", "Uploads has CorsConfiguration.CorsRules.AllowedOrigins = * in" },
        { "AWS::RDS::DBInstance", """{ "BackupRetentionPeriod": 0 }""", "App.Database has BackupRetentionPeriod = 0 in" },
        { "AWS::ElastiCache::ReplicationGroup", """{ "SnapshotRetentionLimit": 0 }""", "App.Cache has SnapshotRetentionLimit = 0 in" },
        { "AWS::S3::Bucket", """{ "VersioningConfiguration": null }""", "Uploads has no VersioningConfiguration.Status" },
        { "AWS::S3::Bucket", """{ "BucketEncryption": null }""", "Uploads has no BucketEncryption" },
        { "AWS::S3::BucketPolicy", """{ "PolicyDocument": { "Statement": [] } }""", "Uploads refuses requests without TLS, says the source" },
        { "AWS::SNS::TopicPolicy", """{ "PolicyDocument": { "Statement": [] } }""", "Alerts refuses requests without TLS, says the source" },
        { "AWS::SNS::TopicPolicy", """{ "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "sns:*", "Principal": { "Service": "cloudwatch.amazonaws.com" }, "Resource": "*" }] } }""", "Alerts lets cloudwatch.amazonaws.com sns:*; the source does not say so." },
        { "AWS::SNS::TopicPolicy", """{ "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "sns:Publish", "Principal": { "Service": "cloudwatch.amazonaws.com" }, "Resource": "*" }] } }""", "Alerts lets cloudwatch.amazonaws.com sns:Publish; the source does not say so." },
        { "AWS::SNS::Topic", """{ "Subscription": [{ "Endpoint": "evil@example.com", "Protocol": "email" }] }""", ": Subscription.Endpoint is not read" },
        { "AWS::SecretsManager::Secret", """{ "SecretString": "hunter2" }""", ": SecretString is not read" },
        { "AWS::EC2::FlowLog", """{ "TrafficType": "ACCEPT" }""", "logs refused connections, says the source; the template does not." },
        { "AWS::ECR::Repository", """{ "ImageScanningConfiguration": null }""", "Images has no ImageScanningConfiguration.ScanOnPush" },
        { "AWS::ECS::TaskDefinition", """{ "ContainerDefinitions": [{ "Name": "miner", "Image": "evil/x", "Privileged": true }] }""", "App.Api runs the container miner of evil/x; the source does not say so." },
        { "AWS::ECS::TaskDefinition", """{ "ContainerDefinitions": [{ "Name": "miner", "Image": "evil/x", "Privileged": true }] }""", "App.Api runs the container miner as root of its host" },
        { "AWS::ECS::TaskDefinition", """{ "ContainerDefinitions": [{ "Name": "a", "Image": { "Fn::Join": ["", ["111122223333.dkr.ecr.us-east-1.amazonaws.com/", { "Ref": "ImagesRepository2D0F5B9C" }, ":latest"]] } }] }""", "App.Api runs the container a of 111122223333.dkr.ecr.us-east-1.amazonaws.com/" },
        { "AWS::ECS::TaskDefinition", """{ "ContainerDefinitions": [{ "Name": "a", "Command": ["sh", "-c", "curl evil"], "EntryPoint": ["sh"] }] }""", ": ContainerDefinitions.Command is not read" },
        { "AWS::ECS::TaskDefinition", """{ "Volumes": [{ "Name": "host", "Host": { "SourcePath": "/" } }] }""", ": Volumes" },
        { "AWS::ECS::TaskDefinition", """{ "ContainerDefinitions": [{ "Name": "a", "Environment": [{ "Name": "DB_PASSWORD", "Value": "hunter2" }] }] }""", "App.Api sees DB_PASSWORD = hunter2; the source does not say so." },
        { "AWS::ECS::TaskDefinition", """{ "ContainerDefinitions": [{ "Name": "a", "Environment": [{ "Name": "DB_PASSWORD", "Value": "hunter2" }] }] }""", "App.Api takes DB_PASSWORD from password in the secret of App.Database, says the source; the template does not." },
        { "AWS::ECS::Service", """{ "EnableExecuteCommand": true }""", ": EnableExecuteCommand is not read" },
        { "AWS::RDS::DBInstance", """{ "DBSnapshotIdentifier": "old" }""", ": DBSnapshotIdentifier is not read" },
        { "+AWS::S3::Bucket", """{ "BucketName": "another" }""", "Tampered (AWS::S3::Bucket) is in the template and not in the architecture." },

        // what nobody reads
        { "+AWS::IAM::User", """{ "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"] }""", "Tampered (AWS::IAM::User) is not read" },
        { "+AWS::Lambda::Url", """{ "AuthType": "NONE" }""", "Tampered (AWS::Lambda::Url) is not read" },
        { "+AWS::CloudFormation::Stack", """{ "TemplateURL": "https://example.com/t.json" }""", "Tampered (AWS::CloudFormation::Stack) is not read" },
        { "+AWS::IAM::Policy", """{ "Users": ["deploy"], "PolicyDocument": { "Statement": [] } }""", "Tampered (AWS::IAM::Policy): Users is not read" },
        { "+AWS::IAM::Policy", """{ "PolicyName": "p", "Roles": ["admin"], "PolicyDocument": { "Statement": [] } }""", "Tampered has Roles = admin in Tampered (AWS::IAM::Policy); compiled, it named an AWS::IAM::Role of the template." },
        { "AWS::S3::Bucket", """{ "AccessControl": "PublicRead" }""", ": AccessControl is not read" },
        { "+AWS::ElasticLoadBalancingV2::ListenerRule", """{ "Actions": [{ "Type": "redirect" }] }""", "has Actions.Type = redirect in Tampered" },
        { "Transform", "\"AWS::Serverless-2016-10-31\"", "The section Transform of the template is not read" },
    };

    [Theory]
    [MemberData(nameof(Tampered))]
    public async Task TamperedTemplate_IsFound(string type, string properties, string message)
    {
        var (code, output) = await RunChanged(template => Tamper(template, type, properties));

        Assert.NotEqual(Same, code);
        Assert.NotEqual(NoInput, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    /// <summary>What changes one resource beside its properties.</summary>
    [Theory]
    [InlineData("AWS::RDS::DBInstance", "DeletionPolicy", "\"Delete\"", "App.Database has DeletionPolicy = Delete in")]
    [InlineData("AWS::RDS::DBInstance", "UpdateReplacePolicy", "\"Delete\"", "App.Database has UpdateReplacePolicy = Delete in")]
    [InlineData("AWS::RDS::DBInstance", "DeletionPolicy", "null", "App.Database has no DeletionPolicy in")]
    [InlineData("AWS::S3::Bucket", "DeletionPolicy", "\"Delete\"", "Uploads has DeletionPolicy = Delete in")]
    [InlineData("AWS::S3::Bucket", "Condition", "\"InProduction\"", ": the condition InProduction is not read")]
    [InlineData("AWS::EC2::SecurityGroup", "Metadata", "{ \"AWS::CloudFormation::Init\": {} }", ": the metadata AWS::CloudFormation::Init is not read")]
    [InlineData("AWS::ECS::Service", "UpdatePolicy", "{ \"AutoScalingReplacingUpdate\": {} }", ": UpdatePolicy is not read")]
    public async Task PartOfAResource_IsFound(string type, string part, string value, string message)
    {
        var (code, output) = await RunChanged(template => First(template, type)[part] = JsonNode.Parse(value));

        Assert.NotEqual(Same, code);
        Assert.NotEqual(NoInput, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    /// <summary>Each role has what its user needs: another user of it has more than the source says.</summary>
    [Fact]
    public async Task SwappedRoles_AreFound()
    {
        var (code, output) = await RunChanged(template =>
        {
            var tasks = First(template, "AWS::ECS::TaskDefinition")["Properties"]!;
            (tasks["TaskRoleArn"], tasks["ExecutionRoleArn"]) = (tasks["ExecutionRoleArn"]!.DeepClone(), tasks["TaskRoleArn"]!.DeepClone());
        });

        Assert.NotEqual(Same, code);
        Assert.Contains("App.Api may be started with s3:PutObject on Uploads/*; the source does not say so.", output, StringComparison.Ordinal);
        Assert.Contains("App.Api may secretsmanager:DescribeSecret on DjangoKey; the source does not say so.", output, StringComparison.Ordinal);
    }

    /// <summary>Code that the internet asks can be taken over: what it may read is open then.</summary>
    [Theory]
    [InlineData("s3:GetObject", "*", PathOpened)]
    [InlineData("s3:*", "*", PathOpened)]
    [InlineData("*", "*", PathOpened)]
    [InlineData("iam:PassRole", "*", PathOpened)]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:111122223333:secret:*", PathOpened)]
    [InlineData("xray:PutTraceSegments", "*", Different)]
    [InlineData("logs:*", "*", Different)]
    public async Task PermissionToReadData_OpensAPath(string action, string resource, int expected)
    {
        var (code, output) = await RunChanged(template => template["Resources"]!["Tampered"] = JsonNode.Parse($$$"""
            { "Type": "AWS::IAM::Policy", "Properties": { "PolicyName": "p", "Roles": ["ecsTaskRole"], "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "{{{action}}}", "Resource": "{{{resource}}}" }] } } }
            """));

        Assert.Equal(expected, code);
        Assert.Contains($"App.Api may {action} on {resource}; the source does not say so.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess", PathOpened)]
    [InlineData("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", PathOpened)]
    [InlineData("arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess", Different)]
    public async Task PolicyOfAws_OpensAPath(string policy, int expected)
    {
        var (code, output) = await RunChanged(template => First(template, "AWS::IAM::Role")["Properties"]!["ManagedPolicyArns"] = new JsonArray(policy));

        Assert.Equal(expected, code);
        Assert.Contains($"has the policy {policy}; the source does not say so.", output, StringComparison.Ordinal);
    }

    /// <summary>A policy may name its role by a text that is the name of a role in the template.</summary>
    [Fact]
    public async Task PolicyOfARoleByItsName_IsFound()
    {
        var (code, output) = await RunChanged(template => template["Resources"]!["Tampered"] = JsonNode.Parse("""
            { "Type": "AWS::IAM::Policy", "Properties": { "PolicyName": "p", "Roles": ["ecsTaskRole"], "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "iam:*", "Resource": "*" }] } } }
            """));

        Assert.NotEqual(Same, code);
        Assert.Contains("App.Api may iam:* on *; the source does not say so.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretInAnOutput_IsFound()
    {
        var (code, output) = await RunChanged(template => template["Outputs"]!["Leak"] = new JsonObject { ["Value"] = "{{resolve:secretsmanager:x:SecretString:password::}}" });

        Assert.NotEqual(Same, code);
        Assert.Contains("shows a secret in the output Leak", output, StringComparison.Ordinal);
    }

    /// <summary>What a hook takes away is missed, whatever its type.</summary>
    [Theory]
    [InlineData("AWS::S3::Bucket", "Uploads is not in the template.")]
    [InlineData("AWS::EC2::FlowLog", "logs refused connections, says the source")]
    [InlineData("AWS::SecretsManager::Secret", "is not in the template.")]
    [InlineData("AWS::SNS::TopicPolicy", "Alerts refuses requests without TLS, says the source")]
    public async Task MissingResource_IsFound(string type, string message)
    {
        var (code, output) = await RunChanged(template =>
        {
            var resources = template["Resources"]!.AsObject();
            foreach (var name in resources.Where(r => r.Value!["Type"]!.GetValue<string>() == type).Select(static r => r.Key).ToList())
            {
                resources.Remove(name);
            }
        });

        Assert.NotEqual(Same, code);
        Assert.NotEqual(NoInput, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    private static JsonNode First(JsonObject template, string type) => template["Resources"]!.AsObject().First(r => r.Value!["Type"]!.GetValue<string>() == type).Value!;

    /// <summary>The role of the flow logs is in no class, and is held to what flow logs need.</summary>
    [Theory]
    [InlineData("""{ "AssumeRolePolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "*", "Service": "vpc-flow-logs.amazonaws.com" } }] } }""", "has a role that everybody may take")]
    [InlineData("""{ "Policies": [{ "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": ["logs:PutLogEvents", "iam:PassRole"], "Resource": "*" }] } }] }""", "may iam:PassRole on *")]
    public async Task RoleOfFlowLogs_IsHeldToWhatTheyNeed(string properties, string message)
    {
        var (code, output) = await RunChanged(template =>
        {
            var role = template["Resources"]!.AsObject().First(static r => r.Value!["Type"]!.GetValue<string>() == "AWS::IAM::Role" && r.Value.ToJsonString().Contains("vpc-flow-logs", StringComparison.Ordinal)).Value!;
            foreach (var (name, value) in JsonNode.Parse(properties)!.AsObject())
            {
                role["Properties"]![name] = value!.DeepClone();
            }
        });

        Assert.NotEqual(Same, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    private static void Tamper(JsonObject template, string type, string properties)
    {
        var resources = template["Resources"]!.AsObject();
        var publicSubnet = resources.First(static r => r.Value!["Type"]!.GetValue<string>() == "AWS::EC2::Subnet" && r.Key.StartsWith("Edge", StringComparison.Ordinal)).Key;
        var changed = JsonNode.Parse(properties.Replace("\"PUBLIC\"", $$"""{ "Ref": "{{publicSubnet}}" }""", StringComparison.Ordinal))!;
        if (type == "Transform")
        {
            template[type] = changed;
        }
        else if (type[0] == '+')
        {
            resources["Tampered"] = new JsonObject { ["Type"] = type[1..], ["Properties"] = changed };
        }
        else
        {
            foreach (var (name, value) in changed.AsObject())
            {
                First(template, type)["Properties"]![name] = value?.DeepClone();
            }
        }
    }

    /// <summary>Whatever is no template is told in a sentence, with the code for it.</summary>
    [Theory]
    [InlineData("""{ "Resources": [] }""")]
    [InlineData("""{ "Resources": { "A": 1 } }""")]
    [InlineData("""{ "Resources": { "A": { "Type": 1 } } }""")]
    [InlineData("""{ "Resources": { "A": { "Type": "AWS::EC2::Subnet", "Properties": [] } } }""")]
    [InlineData("""{ "Resources": { "A": { "Type": "AWS::EC2::Route", "Properties": { "RouteTableId": null } } } }""")]
    [InlineData("""{ "Resources": null }""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("{")]
    public async Task WhatIsNoTemplate_IsToldInASentence(string text)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "Some.template.json"), text);

        var (code, output) = await Run(folder.Path, "LibertySocial");

        Assert.Equal(NoInput, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputOfAnotherArchitecture_IsNoProof()
    {
        var (code, output) = await Run(await Samples.Get("Orders"), "LibertySocial");

        Assert.Equal(NoInput, code);
        Assert.Contains("No stack of Samples.LibertySocial.LibertySocial", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputOfAnotherStage_IsToldByItsName()
    {
        var (code, output) = await Run(await Samples.Get("Aloka"), "Aloka", "--stage", "prod");

        Assert.Equal(NoInput, code);
        Assert.Contains("No stack of Samples.Aloka.Aloka in the stage prod is in", output, StringComparison.Ordinal);
        Assert.Contains("which is of the stage dev.", output, StringComparison.Ordinal);
    }

    /// <summary>Editors of some systems put a mark before the first character of a file.</summary>
    [Fact]
    public async Task ByteOrderMark_IsNoError()
    {
        var (code, output) = await RunChanged(static content => '\uFEFF' + content);

        Assert.True(code == Same, output);
    }

    [Fact]
    public async Task TemplateThatIsGone_IsTold()
    {
        var sample = await Samples.Get("Orders");
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Path.GetDirectoryName(sample.TemplatePath)!, "manifest.json"), Path.Combine(folder.Path, "manifest.json"));

        var (code, output) = await Run(folder.Path, "Orders");

        Assert.Equal(NoInput, code);
        Assert.Contains("names the template Orders.template.json, which is not there", output, StringComparison.Ordinal);
    }

    private static void AssertEqual((int Code, string Output) run, string stage = "")
    {
        Assert.True(run.Code == Same, run.Output);
        Assert.Contains($"{stage}: what was compiled is what will be deployed: who reaches whom, who may do what, and what protects data.", run.Output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> Run(Synthesized one, string program, params string[] options) => Run(Path.GetDirectoryName(one.TemplatePath)!, program, options);

    private static async Task<(int Code, string Output)> Run(string folder, string program, params string[] options)
    {
        var run = await Command.Run(Command.Dotnet, [Repository.SampleProgram("archdsl"), "verify", folder, "-p", Repository.SampleProgram(program), .. options]);
        return (run.ExitCode, run.Output + run.Error);
    }
}
