using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>A Fargate service of a template, with what it runs.</summary>
public sealed record FargateService(Template Template, Resource Service)
{
    public string LogicalId => Service.LogicalId;

    public Resource Task => Template.Target(Service.Property("TaskDefinition"))!;

    public Value Container => Assert.Single(Task.List("ContainerDefinitions"));

    public Value Port => Assert.Single(Container["PortMappings"]!.Items);

    /// <summary>How the service is registered to its only target group.</summary>
    public Value Registration => Assert.Single(Service.List("LoadBalancers"));

    public Resource TargetGroup => Template.Target(Registration["TargetGroupArn"])!;

    public Resource LogGroup => Template.Target(Logging("awslogs-group"))!;

    public string TaskRole => Task.Property("TaskRoleArn")!.LogicalId!;

    public string ExecutionRole => Task.Property("ExecutionRoleArn")!.LogicalId!;

    /// <summary>What the container is given in plain text, by name.</summary>
    public Dictionary<string, Value> Variables => ByName("Environment", "Value");

    /// <summary>Where the container's secrets come from, by the variable they are given in.</summary>
    public Dictionary<string, Value> Secrets => ByName("Secrets", "ValueFrom");

    public Value? Logging(string option) => Container["LogConfiguration"]?["Options"]?[option];

    /// <summary>The image in a repository of the template, by tag, as the task names it.</summary>
    public static string ImageIn(Resource repository, string tag)
    {
        var arn = $"${{{repository.LogicalId}.Arn}}"; // arn:partition:ecr:region:account:repository/name
        return $"{arn}[4].dkr.ecr.{arn}[3].${{AWS::URLSuffix}}/${{{repository.LogicalId}}}:{tag}";
    }

    private Dictionary<string, Value> ByName(string list, string value) =>
        (Container[list]?.Items ?? []).ToDictionary(entry => entry["Name"]!.Text!, entry => entry[value]!, StringComparer.Ordinal);
}
