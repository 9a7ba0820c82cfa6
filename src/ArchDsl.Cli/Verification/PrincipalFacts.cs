using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

using Resource = CloudFormation.Resource;
using Value = CloudFormation.Value;

/// <summary>Whom a template trusts: which roles code runs with, who may take them, and whom the policies of resources let in.</summary>
internal static class PrincipalFacts
{
    private const string FlowLogs = "vpc-flow-logs.amazonaws.com";
    private const string RunsAsItself = "runs with its own role";
    private const string StartsAsItself = "is started with its own role";

    // The properties that hold a policy of a resource, and the one that names the resource; without one it is the resource itself.
    private static readonly (string Type, string Document, string? About)[] Policies =
    [
        ("AWS::S3::BucketPolicy", "PolicyDocument", "Bucket"),
        ("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy", "SecretId"),
        ("AWS::SNS::TopicPolicy", "PolicyDocument", "Topics"),
        ("AWS::SQS::QueuePolicy", "PolicyDocument", "Queues"),
        ("AWS::KMS::Key", "KeyPolicy", null),
        ("AWS::ECR::Repository", "RepositoryPolicyText", null),
        ("AWS::DynamoDB::Table", "ResourcePolicy.PolicyDocument", null),
        ("AWS::EC2::VPCEndpoint", "PolicyDocument", null),
    ];

    /// <summary>What the source says.</summary>
    public static IEnumerable<Fact> Of(ManifestStage stage)
    {
        foreach (ManifestComponent component in stage.Components.Where(static component => component.Attribute is "Fargate" or "Ec2"))
        {
            yield return Permission(component.Path, RunsAsItself);
            yield return Permission(component.Path, TrustText(Principal.Runtime, component.Attribute == "Ec2" ? "ec2.amazonaws.com" : "ecs-tasks.amazonaws.com", "sts:AssumeRole"));
            if (component.Attribute == "Fargate")
            {
                yield return Permission(component.Path, StartsAsItself);
                yield return Permission(component.Path, TrustText(Principal.Execution, "ecs-tasks.amazonaws.com", "sts:AssumeRole"));
                yield return Permission(component.Path, ContainerText(component.Setting("ContainerName") ?? "?", component.Setting("Image.Repository") is { } repository ? ImageText(repository, component.Setting("Image.Tag")) : component.Setting("Image.Name")));
            }
        }

        foreach (ManifestPath path in stage.InternetPaths.Where(static path => path is { Everybody: true, Hops: [{ Ports: null, From: null }] }))
        {
            yield return Permission(path.To, LetsText("everybody", "s3:GetObject"));
        }

        string sameAccount = $"aws:SourceAccount StringEquals {stage.Account ?? "${AWS::AccountId}"}";
        foreach (string topic in stage.Alarms.Select(static alarm => alarm.Topic).Distinct())
        {
            string[] actions = stage.Component(topic)?.Setting("Encrypted") == "true" ? ["sns:Publish", "kms:Decrypt", "kms:GenerateDataKey"] : ["sns:Publish"];
            foreach (string action in actions)
            {
                yield return Permission(topic, LetsText("cloudwatch.amazonaws.com", action, sameAccount));
            }
        }

        // The service that delivers the logs of load balancers knows no condition.
        foreach (ManifestAccessLogs logs in stage.AccessLogs)
        {
            yield return Permission(logs.Bucket, stage.Component(logs.Source)?.Attribute == "S3"
                ? LetsText("logging.s3.amazonaws.com", "s3:PutObject", $"aws:SourceArn ArnLike {logs.Source}", sameAccount)
                : LetsText("logdelivery.elasticloadbalancing.amazonaws.com", "s3:PutObject"));
        }
    }

    /// <summary>What the template says.</summary>
    /// <param name="stack">The template.</param>
    /// <param name="account">The account that it is for; null where the source does not say.</param>
    public static IEnumerable<Fact> Of(StackTemplate stack, string? account) => Runners(stack).Concat(Trust(stack, account)).Concat(Lets(stack, account));

    private static IEnumerable<Fact> Runners(StackTemplate stack)
    {
        foreach (Resource tasks in stack.Template.OfType("AWS::ECS::TaskDefinition"))
        {
            foreach (Value container in tasks.List("ContainerDefinitions"))
            {
                yield return Permission(stack.NameOf(tasks.LogicalId), ContainerText(container["Name"]?.ToString() ?? "?", container["Image"] is { } image ? ImageText(stack, image) : null));
            }

            foreach ((string property, string own, string verb) in ((string, string, string)[])[("TaskRoleArn", RunsAsItself, "runs"), ("ExecutionRoleArn", StartsAsItself, "is started")])
            {
                if (tasks.Property(property) is { } role)
                {
                    yield return Permission(stack.NameOf(tasks.LogicalId), IsOwn(stack, role, tasks) ? own : $"{verb} with the role {Shown(stack, role)}");
                }
            }
        }

        foreach (Resource instance in stack.Template.OfType("AWS::EC2::Instance").Where(static instance => instance.Property("IamInstanceProfile") is not null))
        {
            Value profile = instance.Property("IamInstanceProfile")!;
            Value role = stack.Template.Target(profile)?.List("Roles") is [var first, ..] ? first : profile;
            yield return Permission(stack.NameOf(instance.LogicalId), IsOwn(stack, role, instance) ? RunsAsItself : $"runs with the role {Shown(stack, role)}");
        }

        foreach (Resource service in stack.Template.OfType("AWS::ECS::Service").Where(service => service.Property("TaskDefinition") is { } tasks && stack.ClassOf(tasks.LogicalId ?? "") != stack.ClassOf(service.LogicalId)))
        {
            yield return Permission(stack.NameOf(service.LogicalId), $"runs the tasks of {Shown(stack, service.Property("TaskDefinition")!)}");
        }
    }

    private static bool IsOwn(StackTemplate stack, Value role, Resource runner) =>
        stack.Template.Target(role)?.Type == "AWS::IAM::Role" && stack.ClassOf(role.LogicalId!) == stack.ClassOf(runner.LogicalId);

    private static IEnumerable<Fact> Trust(StackTemplate stack, string? account) =>
        from role in stack.Identity.Roles
        from statement in role.Property("AssumeRolePolicyDocument")?["Statement"]?.Items ?? []
        where statement["Effect"]?.Text == "Allow"
        from principal in Principals(stack, statement, account)
        where principal.Name != FlowLogs || !TemplateFacts.IsOfFlowLogs(role)
        from purpose in TemplateFacts.PurposesOf(stack, role)
        from action in statement["Action"]?.Items ?? [new Value.Literal("everything but " + statement["NotAction"])]
        select Permission(stack.NameOf(role.LogicalId), TrustText(purpose, principal.Name, action.ToString(), Conditions(stack, statement)));

    private static IEnumerable<Fact> Lets(StackTemplate stack, string? account) =>
        from policy in Policies
        from resource in stack.Template.OfType(policy.Type)
        from statement in resource.Property(policy.Document)?["Statement"]?.Items ?? []
        where statement["Effect"]?.Text == "Allow"
        from principal in Principals(stack, statement, account)
        where !principal.IsExpected
        from about in policy.About is not null && resource.List(policy.About) is { Count: > 0 } several ? several.Select(static one => one.LogicalId) : [null]
        from action in statement["Action"]?.Items ?? [new Value.Literal("everything but " + statement["NotAction"])]
        select Permission(
            stack.NameOf(about ?? resource.LogicalId),
            LetsText(principal.Name, action.ToString(), Conditions(stack, statement)));

    // Each is one key, how it is compared, and with what.
    private static string[] Conditions(StackTemplate stack, Value statement) => statement["Condition"] is Value.Map { Members: var operators }
        ? [.. from comparison in operators
              from key in comparison.Value is Value.Map { Members: var keys } ? keys : new Dictionary<string, Value> { ["?"] = comparison.Value }
              select $"{key.Key} {comparison.Key} {string.Join(", ", key.Value.Items.Select(value => Shown(stack, value)))}"]
        : statement["Condition"] is { } other ? [other.ToString()] : [];

    // The account itself may always be let in: who of it gets there is said by the policies of its roles.
    private static IEnumerable<(string Name, bool IsExpected)> Principals(StackTemplate stack, Value statement, string? account)
    {
        if (statement["NotPrincipal"] is { } others)
        {
            yield return ($"all but {others}", false);
        }

        if (statement["Principal"]?.Text is { } all)
        {
            yield return (all == "*" ? "everybody" : all, false);
        }

        foreach ((string kind, Value value) in (statement["Principal"] as Value.Map)?.Members ?? new Dictionary<string, Value>())
        {
            foreach (Value one in value.Items)
            {
                string name = one.Text == "*" ? "everybody" : Shown(stack, one);
                string own = account ?? "${AWS::AccountId}";
                bool isOwnAccount = one.ToString() == own || one.ToString().EndsWith($":iam::{own}:root", StringComparison.Ordinal);
                yield return (name, kind != "Service" && isOwnAccount);
            }
        }
    }

    private static string ContainerText(string name, string? image) => $"runs the container {name}" + (string.IsNullOrEmpty(image) ? "" : $" of {image}");

    private static string ImageText(string repository, string? tag) => $"{(repository.Length == 0 ? "its root" : repository)}:{tag}";

    // The address of a repository consists of its account, its region, the domain of AWS, its name, and the tag.
    private static string ImageText(StackTemplate stack, Value image) =>
        image is Value.Joined { Parts: [Value.Piece { Whole.LogicalId: { } account, Index: 4 }, { Text: ".dkr.ecr." }, Value.Piece { Whole.LogicalId: { } region, Index: 3 }, { Text: "." }, Value.Pseudo, { Text: "/" }, { LogicalId: { } name }, { Text: [':', .. var tag] }] }
        && account == name && region == name
            ? ImageText(stack.NameOf(name), tag)
            : image.ToString();

    private static string TrustText(Principal purpose, string principal, string action, params string[] conditions) =>
        $"has a role{(purpose == Principal.Execution ? " to be started with" : "")} that {principal} may take{(action == "sts:AssumeRole" ? "" : $" by {action}")}{Where(conditions)}";

    private static string LetsText(string principal, string action, params string[] conditions) => $"lets {principal} {action}{Where(conditions)}";

    private static string Where(string[] conditions) => conditions.Length == 0 ? "" : $" where {string.Join(" and ", conditions.Order(StringComparer.Ordinal))}";

    private static string Shown(StackTemplate stack, Value value) => value.LogicalId is { } id ? stack.NameOf(id) : value.ToString();

    private static Fact Permission(string path, string text) => new(DifferenceKind.Permission, path, text);
}
