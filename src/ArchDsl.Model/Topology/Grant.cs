namespace ArchDsl.Model;

/// <summary>A permission that a compute component's role has.</summary>
/// <param name="Component">The component whose role it is.</param>
/// <param name="Principal">Which of its roles.</param>
/// <param name="Actions">IAM actions, in ordinal order.</param>
/// <param name="Resources">What they are allowed on.</param>
/// <param name="Origin">The attribute that asked for it.</param>
public sealed record Grant(
    NodePath Component,
    Principal Principal,
    EquatableArray<string> Actions,
    EquatableArray<GrantResource> Resources,
    Origin Origin);

/// <summary>Which role of a compute component.</summary>
public enum Principal
{
    /// <summary>The role under which the component's own code runs: an ECS task role, an instance role, a function's role.</summary>
    Runtime,

    /// <summary>The role with which ECS starts the task: it pulls the image, reads the secrets and writes the logs.</summary>
    Execution,
}

/// <summary>A resource that a permission is for.</summary>
/// <param name="Component">The component; null without an ARN for every resource, where AWS allows no scoping.</param>
/// <param name="Part">Which of its resources.</param>
/// <param name="Suffix">What follows the resource's ARN, for example <c>/*</c>.</param>
/// <param name="Arn">The ARN of a resource outside the architecture, which then is the one meant.</param>
public readonly record struct GrantResource(NodePath? Component, ResourcePart Part = ResourcePart.Main, string Suffix = "", string? Arn = null);

/// <summary>One of the AWS resources that a component consists of.</summary>
public enum ResourcePart
{
    /// <summary>The resource that the component is named for.</summary>
    Main,

    /// <summary>The secret that holds its credentials.</summary>
    Secret,

    /// <summary>Its log group.</summary>
    LogGroup,

    /// <summary>The key that encrypts it.</summary>
    Key,
}
