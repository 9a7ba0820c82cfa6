namespace ArchDsl;

/// <summary>Makes a value of the class an output of the CloudFormation stack.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class OutputAttribute : ArchDslAttribute
{
    /// <summary>Adds an output.</summary>
    /// <param name="name">
    /// The output's name. CloudFormation allows letters and digits alone, so <c>vpc_id</c> becomes <c>VpcId</c>; the name as
    /// written stands in the output's description.
    /// </param>
    /// <param name="value">Which value of the resource.</param>
    public OutputAttribute(string name, Value value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The output's name.</summary>
    public string Name { get; }

    /// <summary>Which value of the resource.</summary>
    public Value Value { get; }

    internal override string Identity => Name;
}

/// <summary>A value that a deployed resource has, for <see cref="OutputAttribute"/>.</summary>
public enum Value
{
    /// <summary>The id of the VPC.</summary>
    VpcId,

    /// <summary>The public IPv4 address of an instance.</summary>
    PublicIp,

    /// <summary>The public DNS name of an instance.</summary>
    PublicDnsName,

    /// <summary>The id of the component's security group.</summary>
    SecurityGroupId,

    /// <summary>Host name and port, joined by a colon.</summary>
    Endpoint,

    /// <summary>The name of a database's or a cache's subnet group.</summary>
    SubnetGroupName,

    /// <summary>The name of the resource: a bucket, a table, a queue, a cluster.</summary>
    Name,

    /// <summary>The Amazon resource name.</summary>
    Arn,

    /// <summary>The DNS name of a load balancer.</summary>
    DnsName,

    /// <summary>The host name alone.</summary>
    Host,

    /// <summary>The port alone.</summary>
    Port,

    /// <summary>The address with its scheme: <c>http://...</c>. With HTTPS the first name of <see cref="DnsAttribute"/>, if there is one, which the certificate is for.</summary>
    Url,
}
