using System.Globalization;
using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

/// <summary>What keeps data from strangers beside the properties of a resource: policies that refuse plain HTTP, and where code has its settings and secrets from.</summary>
internal static class ProtectionFacts
{
    private const string TlsAlone = "refuses requests without TLS";

    private static readonly string[] Passwords = ["MasterUserPassword", "AuthToken"];

    // What a policy must forbid without TLS, by the type of the policy and the property that names what it is about.
    private static readonly (string Type, string About, string Action)[] Refusals = [("AWS::S3::BucketPolicy", "Bucket", "s3:*"), ("AWS::SNS::TopicPolicy", "Topics", "sns:Publish")];

    /// <summary>What the source says.</summary>
    public static IEnumerable<Fact> Of(ManifestStage stage) =>
        stage.Components.Where(static component => component.Attribute is "S3" or "Topic").Select(static component => Protection(component.Path, TlsAlone))
            .Concat(stage.Networks.Where(static network => network.FlowLogs != nameof(FlowLogs.None)).Select(static network => Protection(network.Path, LogText(network.FlowLogs))))
            .Concat(stage.AccessLogs.Select(static logs => Protection(logs.Source, RequestsText(logs.Bucket))))
            .Concat(stage.Components.Where(static component => component.Attribute == "Ec2" && component.Setting("UserDataFile") is not null).Select(static component => Protection(component.Path, Script)))
            .Concat(stage.Components.Where(static component => component.Setting("TlsParameter") is not null).Select(static component => Protection(component.Path, OwnParameters)))
            .Concat(stage.Components.Where(static component => component.Attribute == "Topic" && component.Setting("Encrypted") == "true").Select(static component => Protection(component.Path, OwnKey)))
            .Concat(stage.Alarms.Select(static alarm => Protection(alarm.Component, AlarmText(alarm.Topic, alarm.Threshold.ToString(CultureInfo.InvariantCulture)))))
            .Concat(from variable in stage.Environment
                    where stage.Component(variable.Component)?.Attribute == "Fargate"
                    select Protection(variable.Component, variable.Secret ? SecretText(variable.Name, variable.Source!, variable.Field)
                        : VariableText(variable.Name, variable.Text, variable.Source ?? stage.DnsRecords.FirstOrDefault(record => IsAddress(variable.Text, record.Name))?.LoadBalancer)));

    /// <summary>What the template says.</summary>
    public static IEnumerable<Fact> Of(StackTemplate stack)
    {
        foreach ((string type, string about, string action) in Refusals)
        {
            foreach (CloudFormation.Resource policy in stack.Template.OfType(type))
            {
                if (policy.List(about) is [{ LogicalId: { } id }, ..] && (policy.Property("PolicyDocument")?["Statement"]?.Items ?? []).Any(statement => RefusesPlaintext(statement, action, id)))
                {
                    yield return Protection(stack.NameOf(id), TlsAlone);
                }
            }
        }

        foreach (CloudFormation.Resource database in stack.Template.OfType("AWS::RDS::DBInstance").Where(static database => database.Property("DBParameterGroupName") is not null))
        {
            yield return Protection(stack.NameOf(database.LogicalId), OwnParameters);
        }

        foreach (CloudFormation.Resource topic in stack.Template.OfType("AWS::SNS::Topic").Where(static topic => topic.Property("KmsMasterKeyId") is not null))
        {
            yield return Protection(stack.NameOf(topic.LogicalId), OwnKey);
        }

        foreach (CloudFormation.Resource alarm in stack.Template.OfType("AWS::CloudWatch::Alarm"))
        {
            foreach (CloudFormation.Value topic in alarm.List("AlarmActions"))
            {
                yield return Protection(stack.NameOf(alarm.LogicalId), AlarmText(Source(stack, topic), alarm.Property("Threshold")?.ToString() ?? "?"));
            }
        }

        foreach (CloudFormation.Resource log in stack.Template.OfType("AWS::EC2::FlowLog"))
        {
            yield return Protection(stack.NameOf(log.Property("ResourceId")?.LogicalId ?? log.LogicalId), LogText(log.Text("TrafficType") ?? "?"));
        }

        foreach (CloudFormation.Resource bucket in stack.Template.OfType("AWS::S3::Bucket").Where(static bucket => bucket.Property("LoggingConfiguration") is not null))
        {
            yield return Protection(stack.NameOf(bucket.LogicalId), RequestsText(Source(stack, bucket.Property("LoggingConfiguration.DestinationBucketName"))));
        }

        foreach (CloudFormation.Resource balancer in stack.Template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer"))
        {
            CloudFormation.Value? Attribute(string key) => balancer.List("LoadBalancerAttributes").FirstOrDefault(item => item["Key"]?.Text == key)?["Value"];
            if (Attribute("access_logs.s3.enabled")?.Flag == true)
            {
                yield return Protection(stack.NameOf(balancer.LogicalId), RequestsText(Source(stack, Attribute("access_logs.s3.bucket"))));
            }
        }

        // The CDK gives a machine without a script an empty one.
        foreach (CloudFormation.Resource instance in stack.Template.OfType("AWS::EC2::Instance").Where(static instance => instance.Property("UserData") is { } script && script.Text?.Trim() != "#!/bin/bash"))
        {
            yield return Protection(stack.NameOf(instance.LogicalId), Script);
        }

        foreach (CloudFormation.Resource tasks in stack.Template.OfType("AWS::ECS::TaskDefinition"))
        {
            foreach (string fact in tasks.List("ContainerDefinitions").SelectMany(container => Of(stack, container)))
            {
                yield return Protection(stack.NameOf(tasks.LogicalId), fact);
            }
        }

        // A password that is no reference to a secret is known to whoever reads the template, or the parameters of the stack.
        foreach (CloudFormation.Resource store in stack.Template.Resources)
        {
            foreach (string property in Passwords.Where(name => store.Property(name) is { } password && !IsSecret(password.ToString())))
            {
                yield return Protection(stack.NameOf(store.LogicalId), $"has its {property} in plain text");
            }
        }

        foreach ((string name, CloudFormation.Value output) in stack.Template.Outputs.Where(static output => IsSecret(output.Value.ToString())))
        {
            yield return Protection("", $"shows a secret in the output {name}");
        }
    }

    private static IEnumerable<string> Of(StackTemplate stack, CloudFormation.Value container)
    {
        if (container["Privileged"]?.Flag == true)
        {
            yield return $"runs the container {container["Name"]} as root of its host";
        }

        foreach (CloudFormation.Value secret in container["Secrets"]?.Items ?? [])
        {
            yield return SecretText(stack, secret);
        }

        foreach (CloudFormation.Value variable in container["Environment"]?.Items ?? [])
        {
            CloudFormation.Value? value = variable["Value"];
            string[] sources = [.. (value?.Text is { } text ? LoadBalancers(stack, text) : value?.References() ?? []).Select(stack.NameOf).Distinct()];
            yield return VariableText(variable["Name"]?.ToString() ?? "?", value?.ToString(), sources is [var source] ? source : null);
        }
    }

    // Clients of a load balancer with a certificate know it by its name, which stands in the template as a text.
    private static IEnumerable<string> LoadBalancers(StackTemplate stack, string text) =>
        stack.Template.OfType("AWS::Route53::RecordSet").Where(record => IsAddress(text, record.Text("Name")?.TrimEnd('.')))
            .SelectMany(static record => record.Property("AliasTarget.DNSName")?.References() ?? []).Distinct();

    private static bool IsAddress(string? text, string? name) =>
        name is not null && Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps && address.Host.Equals(name, StringComparison.OrdinalIgnoreCase);

    // For a bucket it is about the bucket and about the objects in it.
    private static bool RefusesPlaintext(CloudFormation.Value statement, string action, string guarded) =>
        statement["Effect"]?.Text == "Deny"
        && statement["Condition"]?["Bool"]?["aws:SecureTransport"]?.Flag == false
        && (statement["Principal"]?.Text ?? statement["Principal"]?["AWS"]?.Text) == "*"
        && statement["Action"]?.Items.Any(one => one.Text == action) == true
        && statement["Resource"]?.Items is { } resources
        && resources.Any(one => one.LogicalId == guarded)
        && (action != "s3:*" || resources.Any(one => one is CloudFormation.Value.Joined { Parts: [{ LogicalId: { } bucket }, { Text: "/*" }] } && bucket == guarded));

    private static bool IsSecret(string text) =>
        text.Contains("{{resolve:secretsmanager:", StringComparison.Ordinal) || text.Contains("{{resolve:ssm-secure:", StringComparison.Ordinal);

    private const string Script = "runs a script when it starts first";

    private const string OwnParameters = "has parameters of its own";
    private const string OwnKey = "is encrypted with a key of its own";

    private static string AlarmText(string topic, string threshold) => $"tells {Named(topic)} of an alarm at {threshold}";

    private static string LogText(string traffic) => $"logs {(traffic.ToLowerInvariant() switch { "all" => "all", "reject" or "rejected" => "refused", var other => other })} connections";

    private static string RequestsText(string bucket) => $"logs its requests to {bucket}";

    private static string VariableText(string name, string? text, string? source) => source is null ? $"sees {name} = {text}" : $"sees {name} of {Named(source)}";

    private static string SecretText(StackTemplate stack, CloudFormation.Value secret)
    {
        // ${Secret}:field:: or the secret as a whole.
        CloudFormation.Value? from = secret["ValueFrom"];
        string? field = from is CloudFormation.Value.Joined { Parts: [_, { Text: { } suffix }] } ? suffix.Trim(':') : null;
        return SecretText(secret["Name"]?.ToString() ?? "?", Source(stack, from is CloudFormation.Value.Joined { Parts: [var first, ..] } ? first : from), field);
    }

    private static string SecretText(string variable, string source, string? field) =>
        $"takes {variable} from {(string.IsNullOrEmpty(field) ? "the secret" : field + " in the secret")} of {Named(source)}";

    private static string Source(StackTemplate stack, CloudFormation.Value? value) => value?.LogicalId is { } id ? stack.NameOf(id) : value?.ToString() ?? "?";

    private static string Named(string path) => path.Length == 0 ? "its root" : path;

    private static Fact Protection(string path, string text) => new(DifferenceKind.Protection, path, text);
}
