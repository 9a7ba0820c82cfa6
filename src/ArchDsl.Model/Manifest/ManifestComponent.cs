namespace ArchDsl.Model;

/// <summary>A component: a class with one resource attribute.</summary>
public sealed record ManifestComponent
{
    /// <summary>The path of the class; empty for the root.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>The path of its construct below the stack, with slashes: what <c>aws:cdk:path</c> of its resources has after the stack's id.</summary>
    public required string ConstructPath { get; init; }

    /// <summary>The resource attribute without its brackets: <c>Rds</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>What it is called in messages: <c>database</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the analysis takes it for.</summary>
    public required ComponentRole Role { get; init; }

    /// <summary>The VPC's class; null for a regional resource.</summary>
    public required string? Network { get; init; }

    /// <summary>The class of its subnets; null for a regional resource.</summary>
    public required string? SubnetGroup { get; init; }

    /// <summary>Whether its network interfaces have public IPv4 addresses.</summary>
    public required bool PublicAddress { get; init; }

    /// <summary>Whether its network interfaces have IPv6 addresses that the internet may reach.</summary>
    public required bool PublicIpv6Address { get; init; }

    /// <summary>The ports on which it accepts connections, where its security group lets them in.</summary>
    public required EquatableArray<PortRange> Ports { get; init; }

    /// <summary>The physical name as written; null lets CloudFormation choose one.</summary>
    public required string? PhysicalName { get; init; }

    /// <summary>Whether a hook of its class or of one around it may change what stands here.</summary>
    public required bool Hooked { get; init; }

    /// <summary>What happens to it when it leaves the stack.</summary>
    public required Removal Removal { get; init; }

    /// <summary>One line that says what it is.</summary>
    public required string Description { get; init; }

    /// <summary>What encrypts what it holds and passes on, in words; null where it does neither.</summary>
    public required string? Encryption { get; init; }

    /// <summary>Its settings, with the defaults filled in, in the order in which the documentation has them.</summary>
    public required EquatableArray<ManifestSetting> Settings { get; init; }

    /// <summary>
    /// The settings whose change makes CloudFormation replace it, whereupon it holds nothing of what it held; a setting that consists of
    /// several stands for all that begin with its name and a dot. None for what holds nothing.
    /// </summary>
    public required EquatableArray<string> Replacing { get; init; }

    /// <summary>The value of a setting, or null.</summary>
    /// <param name="name">Its name.</param>
    public string? Setting(string name) => Settings.FirstOrDefault(setting => setting.Name == name)?.Value;
}

/// <summary>A setting of a component.</summary>
/// <param name="Name">Its name, with the unit in it: <c>StorageGiB</c>, <c>AutoScaling.Max</c>.</param>
/// <param name="Value">Its value as text: numbers and <c>true</c> as C# writes them, a class as its path.</param>
public sealed record ManifestSetting(string Name, string Value);
