using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

/// <summary>A way in which a template is not what was compiled.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Component">The component, or another class, that it is about; null for a resource of no class.</param>
/// <param name="Text">The difference in a sentence.</param>
/// <param name="Added">Whether the template has what the source does not say; else it lacks what the source says.</param>
/// <param name="OpensData">Whether it opens a path to a data store or a secret.</param>
/// <param name="Source">Where the class stands; null where that is not known.</param>
internal sealed record Difference(DifferenceKind Kind, string? Component, string Text, bool Added, bool OpensData, ManifestSource? Source);

/// <summary>What differs: reach first, then what it follows from.</summary>
internal enum DifferenceKind
{
    /// <summary>Who can open a connection to whom.</summary>
    Reach,

    /// <summary>Something with an address in the VPC.</summary>
    Host,

    /// <summary>A rule of a security group.</summary>
    Rule,

    /// <summary>A route of a subnet.</summary>
    Route,

    /// <summary>A public address.</summary>
    Address,

    /// <summary>Where a load balancer listens, what it is called, and whom it asks.</summary>
    Forward,

    /// <summary>What a role may do, who may take it, and whom the policy of a resource lets in.</summary>
    Permission,

    /// <summary>Requests without TLS, logs, and where code has its settings and secrets from.</summary>
    Protection,

    /// <summary>A property of a resource that is not what ArchDsl writes: encryption, protection from deletion and from public access, sizes.</summary>
    Property,
}
