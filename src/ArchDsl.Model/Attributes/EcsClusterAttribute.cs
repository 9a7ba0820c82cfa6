namespace ArchDsl;

/// <summary>
/// An Amazon ECS cluster for the tasks of a class and of all classes nested in it. Without one every VPC with tasks has a cluster of
/// its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EcsClusterAttribute : ArchDslAttribute
{
    /// <summary>A cluster that CloudFormation names.</summary>
    public EcsClusterAttribute()
    {
    }

    /// <summary>A cluster with a name of its own.</summary>
    /// <param name="name">
    /// 255 letters, digits, hyphens and underscores at most
    /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html">AWS</see>).
    /// </param>
    public EcsClusterAttribute(string name) => Name = name;

    /// <summary>The cluster's name. Default: CloudFormation chooses one.</summary>
    public string? Name { get; }

    /// <summary>Whether CloudWatch Container Insights collects its metrics. Default: true.</summary>
    public bool ContainerInsights { get; set; } = true;
}
