namespace ArchDsl.Model;

/// <summary>The security group of a component or of an interface endpoint.</summary>
/// <param name="Path">The component, or the path of the endpoint.</param>
/// <param name="Name">The physical name, or null.</param>
/// <param name="Network">The VPC's class.</param>
/// <param name="Rules">Its rules. What none of them admits is refused, in both directions.</param>
public sealed record ManifestSecurityGroup(string Path, string? Name, string Network, EquatableArray<ManifestSecurityRule> Rules);

/// <summary>A rule of a security group.</summary>
/// <param name="Direction">Whether it admits connections to the component or from it.</param>
/// <param name="Cidr">The address range on the other side; null where that is a group.</param>
/// <param name="Peer">The component or endpoint whose group is on the other side; null where that is a range.</param>
/// <param name="Ports">The ports at the receiving end.</param>
/// <param name="Description">Why it is there, as the template says it.</param>
/// <param name="Origins">The attributes that asked for it, or for narrower rules that it covers.</param>
public sealed record ManifestSecurityRule(Direction Direction, string? Cidr, string? Peer, PortRange Ports, string Description, EquatableArray<ManifestOrigin> Origins);

/// <summary>A connection that the source declares.</summary>
/// <param name="From">Who opens it; null for the internet.</param>
/// <param name="To">Who accepts it.</param>
/// <param name="Ports">The ports at the receiving end; null where the edge is about permissions alone.</param>
/// <param name="Origin">The attribute that declares it.</param>
public sealed record ManifestEdge(string? From, string To, PortRange? Ports, ManifestOrigin Origin);

/// <summary>A listener of a load balancer.</summary>
/// <param name="LoadBalancer">The load balancer.</param>
/// <param name="Port">The port.</param>
/// <param name="Certificate">The certificate with which it speaks TLS; null for plain HTTP.</param>
/// <param name="RedirectToHttps">Whether it only sends browsers on to HTTPS.</param>
public sealed record ManifestListener(string LoadBalancer, int Port, string? Certificate, bool RedirectToHttps);

/// <summary>A load balancer's way to the component that answers its requests.</summary>
/// <param name="LoadBalancer">The load balancer.</param>
/// <param name="Target">The component that answers.</param>
/// <param name="Port">The target's port.</param>
/// <param name="Name">The physical name, or null.</param>
/// <param name="HealthCheck">How the load balancer finds out whether a target is well.</param>
public sealed record ManifestTargetGroup(string LoadBalancer, string Target, int Port, string? Name, HealthCheck HealthCheck);

/// <summary>A permission of a component's role.</summary>
/// <param name="Component">The component whose role it is.</param>
/// <param name="Principal">Which of its roles.</param>
/// <param name="Policies">The names of the inline policies that it is in: one for each service.</param>
/// <param name="Actions">IAM actions, in ordinal order.</param>
/// <param name="Resources">What they are allowed on.</param>
/// <param name="Origin">The attribute that asked for it.</param>
public sealed record ManifestGrant(
    string Component,
    Principal Principal,
    EquatableArray<string> Policies,
    EquatableArray<string> Actions,
    EquatableArray<ManifestResource> Resources,
    ManifestOrigin Origin);

/// <summary>A resource that a permission is for.</summary>
/// <param name="Component">The component; null without an ARN for every resource.</param>
/// <param name="Part">Which of its resources.</param>
/// <param name="Suffix">What follows the resource's ARN, for example <c>/*</c>; null for nothing.</param>
/// <param name="Arn">The ARN of a resource outside the architecture; null otherwise.</param>
public sealed record ManifestResource(string? Component, ResourcePart Part, string? Suffix, string? Arn);

/// <summary>An environment variable. One of <paramref name="Text"/>, <paramref name="Value"/> and <paramref name="Secret"/> says where its value comes from.</summary>
/// <param name="Component">The component that sees it.</param>
/// <param name="Name">The variable's name.</param>
/// <param name="Text">The text that stands in the source.</param>
/// <param name="Value">The value that <paramref name="Source"/> has once it is deployed: a member of <see cref="ArchDsl.Value"/>.</param>
/// <param name="Secret">Whether it is a secret of <paramref name="Source"/>, injected by reference.</param>
/// <param name="Source">The component that the value or the secret belongs to; null for a text.</param>
/// <param name="Field">The JSON key in the secret; null for the whole of it.</param>
/// <param name="Origin">The attribute that asked for it.</param>
public sealed record ManifestVariable(
    string Component,
    string Name,
    string? Text,
    string? Value,
    bool Secret,
    string? Source,
    string? Field,
    ManifestOrigin Origin);

/// <summary>A service of AWS that a component must reach before it can run.</summary>
/// <param name="Component">The component.</param>
/// <param name="Service">The service, as IAM actions name it: <c>ecr</c>, <c>logs</c>, <c>secretsmanager</c>.</param>
public sealed record ManifestNeed(string Component, string Service);

/// <summary>An alarm on a component that notifies a topic.</summary>
/// <param name="Component">The component.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Metric">What is measured: a member of <see cref="ArchDsl.Metric"/>.</param>
/// <param name="Threshold">The value from which on it goes off.</param>
/// <param name="Name">The physical name, or null.</param>
public sealed record ManifestAlarm(string Component, string Topic, string Metric, double Threshold, string? Name);

/// <summary>An ECS cluster.</summary>
/// <param name="Path">The class that it belongs to; empty for the root.</param>
/// <param name="Network">The VPC of its tasks.</param>
/// <param name="Name">The physical name, or null.</param>
/// <param name="ContainerInsights">Whether Container Insights is on.</param>
public sealed record ManifestCluster(string Path, string Network, string? Name, bool ContainerInsights);

/// <summary>A hosted zone.</summary>
/// <param name="Path">The class that it belongs to; empty for the root.</param>
/// <param name="DomainName">The domain.</param>
/// <param name="Id">The id of a zone that exists already, or null.</param>
public sealed record ManifestHostedZone(string Path, string DomainName, string? Id);

/// <summary>A name that leads to a load balancer.</summary>
/// <param name="LoadBalancer">The load balancer.</param>
/// <param name="HostedZone">The class of the zone.</param>
/// <param name="Name">The name.</param>
public sealed record ManifestDnsRecord(string LoadBalancer, string HostedZone, string Name);

/// <summary>A log of the requests to a component.</summary>
/// <param name="Source">The load balancer or bucket.</param>
/// <param name="Bucket">The bucket that takes the log.</param>
/// <param name="Prefix">The folder in it; empty for none.</param>
public sealed record ManifestAccessLogs(string Source, string Bucket, string Prefix);

/// <summary>A tag.</summary>
/// <param name="Path">The class whose resources carry it; empty for the root.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record ManifestTag(string Path, string Key, string Value);

/// <summary>An output of the stack.</summary>
/// <param name="Path">The class whose value it is; empty for the root.</param>
/// <param name="Name">The name as written.</param>
/// <param name="LogicalId">The name in the template.</param>
/// <param name="Value">Which value: a member of <see cref="ArchDsl.Value"/>.</param>
public sealed record ManifestOutput(string Path, string Name, string LogicalId, string Value);
