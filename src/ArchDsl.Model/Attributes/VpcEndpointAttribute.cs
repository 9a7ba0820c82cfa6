namespace ArchDsl;

/// <summary>
/// Gives a VPC an endpoint: packets to the service take it from every subnet, without NAT gateway. Amazon S3 and Amazon DynamoDB have
/// gateway endpoints, free of charge. All other services have interface endpoints, with an address in each availability zone and a
/// security group that admits port 443 from exactly the components that need the service, or from the VPC where no edge needs it
/// (<see href="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html">AWS</see>). It leads to the service
/// in the region of the stack alone.
/// </summary>
/// <param name="service">The service.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class VpcEndpointAttribute(AwsService service) : ArchDslAttribute
{
    /// <summary>The service.</summary>
    public AwsService Service { get; } = service;

    internal override string Identity => Service.ToString();
}

/// <summary>A service of AWS that has endpoints.</summary>
public enum AwsService
{
    /// <summary>Amazon S3, by a gateway endpoint; Amazon ECR keeps the layers of images there.</summary>
    S3,

    /// <summary>Amazon DynamoDB, by a gateway endpoint.</summary>
    DynamoDb,

    /// <summary>The API of Amazon ECR, which a pull of an image begins with.</summary>
    EcrApi,

    /// <summary>The registry of Amazon ECR, which images are pulled from.</summary>
    EcrDkr,

    /// <summary>Amazon CloudWatch Logs.</summary>
    Logs,

    /// <summary>Amazon CloudWatch metrics.</summary>
    Monitoring,

    /// <summary>AWS Secrets Manager.</summary>
    SecretsManager,

    /// <summary>AWS Systems Manager.</summary>
    Ssm,

    /// <summary>The message channels of AWS Systems Manager, for Session Manager and ECS Exec.</summary>
    SsmMessages,

    /// <summary>AWS Key Management Service.</summary>
    Kms,

    /// <summary>AWS Security Token Service.</summary>
    Sts,

    /// <summary>Amazon SNS.</summary>
    Sns,

    /// <summary>Amazon SQS.</summary>
    Sqs,
}
