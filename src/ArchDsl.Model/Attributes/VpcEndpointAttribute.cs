namespace ArchDsl;

/// <summary>Gives a VPC a gateway endpoint: packets to the service take it from every subnet, without NAT gateway and free of charge.</summary>
/// <param name="service">The service.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class VpcEndpointAttribute(AwsService service) : ArchDslAttribute
{
    /// <summary>The service.</summary>
    public AwsService Service { get; } = service;

    internal override string Identity => Service.ToString();
}

/// <summary>A service of AWS that has gateway endpoints.</summary>
public enum AwsService
{
    /// <summary>Amazon S3.</summary>
    S3,

    /// <summary>Amazon DynamoDB.</summary>
    DynamoDb,
}
