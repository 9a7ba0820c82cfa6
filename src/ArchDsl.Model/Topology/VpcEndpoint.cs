namespace ArchDsl.Model;

/// <summary>An endpoint of a VPC: the way to a service of AWS that leads through no gateway to the internet.</summary>
/// <param name="Network">The VPC.</param>
/// <param name="Service">The service.</param>
/// <param name="SubnetGroup">The subnets in which an interface endpoint has its addresses; null for a gateway endpoint.</param>
/// <param name="Origin">The attribute.</param>
public sealed record VpcEndpoint(NodePath Network, AwsService Service, NodePath? SubnetGroup, Origin Origin)
{
    // No class has an "@" in its name.
    private const char Mark = '@';

    /// <summary>Where the security group of an interface endpoint stands: below its VPC, beside all classes.</summary>
    public NodePath Path => Network.Child(Mark + Service.ToString());

    /// <summary>Whether it is a gateway endpoint, an entry in the route tables, rather than an interface with addresses of its own.</summary>
    public bool IsGateway => AwsServices.IsGateway(Service);

    /// <summary>The VPC and the service of an endpoint, if a path is that of one.</summary>
    internal static (NodePath Network, string Service)? Of(NodePath path)
    {
        string name = path.Value?.Substring(path.Value.LastIndexOf('.') + 1) ?? "";
        return name.Length > 0 && name[0] == Mark ? (path.Parent, name.Substring(1)) : null;
    }
}

/// <summary>What the endpoints of AWS are for.</summary>
public static class AwsServices
{
    // The names of endpoints: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
    private static readonly Dictionary<AwsService, string> Names = new()
    {
        [AwsService.EcrApi] = "ecr.api",
        [AwsService.EcrDkr] = "ecr.dkr",
    };

    // Some partitions have some services under names of their own, as the CDK's InterfaceVpcEndpointAwsService knows them; for China see
    // https://docs.amazonaws.cn/en_us/vpc/latest/privatelink/aws-services-privatelink-support.html
    private static readonly Dictionary<string, (string Prefix, AwsService[] Services)> Elsewhere = new(StringComparer.Ordinal)
    {
        ["cn-north-1"] = ("cn.com.amazonaws", [AwsService.EcrApi, AwsService.EcrDkr, AwsService.Monitoring, AwsService.Sqs, AwsService.Sts]),
        ["cn-northwest-1"] = ("cn.com.amazonaws", [AwsService.EcrApi, AwsService.EcrDkr, AwsService.Monitoring, AwsService.Sqs, AwsService.Sts]),
        ["eusc-de-east-1"] = ("eu.amazonaws", [AwsService.EcrApi, AwsService.EcrDkr]),
        ["us-iso-east-1"] = ("gov.ic.c2s", [AwsService.EcrApi, AwsService.EcrDkr, AwsService.Sns, AwsService.Sqs]),
        ["us-iso-west-1"] = ("gov.ic.c2s", [AwsService.EcrApi, AwsService.EcrDkr, AwsService.Monitoring, AwsService.Sns, AwsService.Sqs]),
        ["us-isob-east-1"] = ("gov.sgov.sc2s", [AwsService.EcrApi, AwsService.EcrDkr, AwsService.Sns, AwsService.Sqs]),
        ["us-isob-west-1"] = ("gov.sgov.sc2s", [AwsService.EcrApi, AwsService.EcrDkr]),
        ["us-isof-east-1"] = ("gov.ic.hci.csp", [AwsService.EcrApi, AwsService.EcrDkr]),
        ["us-isof-south-1"] = ("gov.ic.hci.csp", [AwsService.EcrApi, AwsService.EcrDkr]),
        ["eu-isoe-west-1"] = ("uk.adc-e.cloud", [AwsService.EcrApi, AwsService.EcrDkr]),
    };

    // What a service needs besides: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
    private static readonly Dictionary<string, AwsService[]> Needs = new()
    {
        ["ecr"] = [AwsService.EcrApi, AwsService.EcrDkr, AwsService.S3],
        ["cloudwatch"] = [AwsService.Monitoring],
    };

    private static readonly Dictionary<string, AwsService> ByName =
        Enum.GetValues(typeof(AwsService)).Cast<AwsService>().ToDictionary(static service => Name(service));

    /// <summary>The service's name in the names of its endpoints: <c>ecr.api</c>.</summary>
    public static string Name(AwsService service) => Names.TryGetValue(service, out string? name) ? name : service.ToString().ToLowerInvariant();

    /// <summary>The name of the endpoint service, with the pseudo parameter for the region: <c>com.amazonaws.${AWS::Region}.ecr.api</c>.</summary>
    /// <param name="service">The service.</param>
    /// <param name="region">The region of the stack; null where the deployment decides.</param>
    public static string EndpointName(AwsService service, string? region) =>
        (region is not null && Elsewhere.TryGetValue(region, out (string Prefix, AwsService[] Services) other) && other.Services.Contains(service) ? other.Prefix : "com.amazonaws")
        + ".${AWS::Region}." + Name(service);

    /// <summary>Whether the service has gateway endpoints, which cost nothing.</summary>
    public static bool IsGateway(AwsService service) => service is AwsService.S3 or AwsService.DynamoDb;

    /// <summary>The endpoints that together serve a need; none where no endpoint does.</summary>
    /// <param name="need">A service as <see cref="PlatformNeed.Service"/> names it: the prefix of its IAM actions.</param>
    public static IReadOnlyList<AwsService> EndpointsFor(string need) =>
        Needs.TryGetValue(need, out AwsService[]? several) ? several : ByName.TryGetValue(need, out AwsService one) ? [one] : [];

    /// <summary>What people call the service of a need.</summary>
    /// <param name="need">A service as <see cref="PlatformNeed.Service"/> names it.</param>
    public static string DisplayName(string need) => need switch
    {
        "ecr" => "Amazon ECR",
        "registry" => "the registry of its image",
        "logs" => "CloudWatch Logs",
        "secretsmanager" => "Secrets Manager",
        "s3" => "Amazon S3",
        "dynamodb" => "Amazon DynamoDB",
        "sns" => "Amazon SNS",
        "sqs" => "Amazon SQS",
        "kms" => "AWS KMS",
        "ssm" => "Systems Manager",
        _ => need,
    };
}
