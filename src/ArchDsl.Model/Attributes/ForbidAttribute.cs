namespace ArchDsl;

/// <summary>The common part of the attributes that forbid a path: invariants of the team's own, proven on every stage.</summary>
/// <remarks>
/// A path is what an attacker could walk: connections that routes and security groups let through, one after the other through load
/// balancers and through hosts that run code, and at its end what a role permits. Data stores pass nothing on. The idea is that of a
/// scope of
/// <see href="https://docs.aws.amazon.com/vpc/latest/network-access-analyzer/what-is-network-access-analyzer.html">Network Access Analyzer</see>.
/// </remarks>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public abstract class ForbidAttribute : ArchDslAttribute
{
    private protected ForbidAttribute()
    {
    }

    /// <summary>The component, or the class with components in it, that a path may lead through. Default: none.</summary>
    public Type? Except { get; set; }
}

/// <summary>Forbids every path from one part of the architecture to another.</summary>
/// <typeparam name="TFrom">A component, or a class with components in it: then all of them.</typeparam>
/// <typeparam name="TTo">A component, or a class with components in it: then all of them.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ForbidAttribute<TFrom, TTo> : ForbidAttribute;

/// <summary>Forbids every path from outside the architecture to a part of it.</summary>
/// <typeparam name="TTo">A component, or a class with components in it: then all of them.</typeparam>
/// <param name="from">Where the path begins.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ForbidAttribute<TTo>(Zone from) : ForbidAttribute
{
    /// <summary>Where the path begins.</summary>
    public Zone From { get; } = from;

    internal override string Identity => From.ToString();
}

/// <summary>A place outside every architecture.</summary>
public enum Zone
{
    /// <summary>The internet: any host with a public address, even if only one range of them is admitted.</summary>
    Internet,
}
