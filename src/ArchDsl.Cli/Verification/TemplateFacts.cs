using System.Globalization;
using ArchDsl.CloudFormation;
using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

/// <summary>A fact that a manifest states and a template shows, in words that are the same for both.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Path">The class.</param>
/// <param name="Text">The fact.</param>
/// <param name="OpensData">Whether it is a permission to read or take over what holds data: a template says more than its source where it has one.</param>
internal readonly record struct Fact(DifferenceKind Kind, string Path, string Text, bool OpensData = false);

/// <summary>What a template says of security groups, routes, addresses, load balancers and roles.</summary>
internal static class TemplateFacts
{
    /// <summary>The way to an endpoint that is in no subnet's routes.</summary>
    public const string Interface = "an interface";

    // Policies of AWS that let read data or change permissions, by how their names begin.
    private static readonly string[] OpeningPolicies = ["Administrator", "AmazonDynamoDB", "AmazonRDS", "AmazonS3", "IAMFullAccess", "PowerUser", "ReadOnlyAccess", "SecretsManager"];

    /// <summary>What a template says.</summary>
    /// <param name="stack">The template.</param>
    /// <param name="account">The account that it is for; null where the source does not say.</param>
    public static IEnumerable<Fact> Of(StackTemplate stack, string? account) =>
    [
        .. Rules(stack), .. Guards(stack),
        .. Ranges(stack), .. Routes(stack), .. Endpoints(stack),
        .. Homes(stack), .. Ports(stack), .. Addresses(stack),
        .. Listeners(stack), .. Names(stack), .. Zones(stack), .. Forwards(stack),
        .. Permissions(stack), .. PrincipalFacts.Of(stack, account), .. ProtectionFacts.Of(stack),
    ];

    private static IEnumerable<Fact> Rules(StackTemplate stack) =>
        from found in stack.Template.OfType("AWS::EC2::SecurityGroup")
        let path = stack.NameOf(found.LogicalId)
        from rule in stack.Reach.Groups.Ingress(found.LogicalId).Select(static rule => (Verb: "admits", Rule: rule))
            .Concat(stack.Reach.Groups.Egress(found.LogicalId).Select(static rule => (Verb: "may connect to", Rule: rule)))
        where !IsNothing(rule.Rule)
        select new Fact(DifferenceKind.Rule, path, RuleText(rule.Verb, rule.Rule.Peer is CloudFormation.Peer.Group other ? stack.NameOf(other.LogicalId) : rule.Rule.Peer.ToString(), Ports(rule.Rule)));

    public static string RuleText(string verb, string peer, string ports) => $"{verb} {(peer.Length == 0 ? "its root" : peer)} on {ports}";

    private static string Ports(CloudFormation.SecurityRule rule) =>
        rule.Protocol == "-1" ? PortText("all", null, null) : PortText(rule.Protocol switch { "6" => "tcp", "17" => "udp", var other => other }, rule.FromPort, rule.ToPort);

    public static string PortText(string protocol, int? from, int? to) => protocol == "all" ? "all traffic"
        : string.Create(CultureInfo.InvariantCulture, $"{(protocol == "tcp" ? "" : protocol + " ")}{from}{(from == to ? "" : "-" + to?.ToString(CultureInfo.InvariantCulture))}");

    // The CDK writes a rule that admits nobody where a group has none.
    private static bool IsNothing(CloudFormation.SecurityRule rule) => rule.Protocol == "icmp" && rule.Peer.ToString() == "255.255.255.255/32";

    private static IEnumerable<Fact> Routes(StackTemplate stack) =>
        from route in stack.Template.OfType("AWS::EC2::Route")
        from subnet in stack.Reach.Network.Subnets
        where subnet.RouteTable == route.Property("RouteTableId")?.LogicalId
        let destination = route.Text("DestinationCidrBlock") ?? route.Text("DestinationIpv6CidrBlock") ?? "?"
        let end = Target(stack, route)
        select new Fact(DifferenceKind.Route, stack.NameOf(subnet.LogicalId), RouteText(subnet.Cidr?.ToString() ?? subnet.LogicalId, destination, end));

    public static string RouteText(string subnet, string destination, string end) => $"{subnet}: {destination} leads to {end}";

    private static string Target(StackTemplate stack, CloudFormation.Resource route) =>
        stack.Template.Target(route.Property("NatGatewayId")) is { } nat ? NatText(stack.Reach.Network.Find(nat.Property("SubnetId")?.LogicalId)?.Cidr?.ToString() ?? "?")
        : route.Property("EgressOnlyInternetGatewayId") is not null ? "the egress-only internet gateway"
        : stack.Template.Target(route.Property("GatewayId"))?.Type == "AWS::EC2::InternetGateway" ? "the internet gateway"
        : string.Join(", ", route.Properties.References().Where(id => id != route.Property("RouteTableId")?.LogicalId));

    public static string NatText(string subnet) => $"the NAT gateway in {subnet}";

    private static IEnumerable<Fact> Ranges(StackTemplate stack) =>
        from vpc in stack.Template.OfType("AWS::EC2::VPC")
        select new Fact(DifferenceKind.Route, stack.NameOf(vpc.LogicalId), RangeText(vpc.Property("CidrBlock")?.ToString() ?? "?"));

    public static string RangeText(string cidr) => $"has the range {cidr}";

    private static IEnumerable<Fact> Endpoints(StackTemplate stack) =>
        from endpoint in stack.Template.OfType("AWS::EC2::VPCEndpoint")
        let service = endpoint.Property("ServiceName")?.ToString() ?? "?"
        from way in Ways(stack, endpoint)
        select new Fact(DifferenceKind.Route, stack.NameOf(endpoint.LogicalId), EndpointText(Service(service), way));

    private static IEnumerable<string> Ways(StackTemplate stack, CloudFormation.Resource endpoint) =>
        endpoint.Text("VpcEndpointType") == "Interface"
            ? [endpoint.Property("PrivateDnsEnabled")?.Flag == true ? Interface : "an interface that nobody asks by the name of the service"]
            : stack.Reach.Network.Subnets
                .Where(subnet => endpoint.List("RouteTableIds").Any(table => table.LogicalId == subnet.RouteTable))
                .Select(static subnet => RouteOf(subnet.Cidr?.ToString() ?? subnet.LogicalId))
                .DefaultIfEmpty("no route");

    // Whom a guard of an endpoint admits is nothing where the endpoint has another.
    private static IEnumerable<Fact> Guards(StackTemplate stack) =>
        from host in stack.Reach.Hosts
        from guard in host.Groups
        select new Fact(DifferenceKind.Rule, stack.NameOf(host.LogicalId), GuardText(stack.NameOf(guard)));

    public static string GuardText(string group) => $"is guarded by the security group of {(group.Length == 0 ? "its root" : group)}";

    // com.amazonaws.REGION.ecr.api, in China after cn: the members of AwsService have neither dots nor hyphens.
    private static string Service(string name) => name.Split('.').SkipWhile(static part => part == "cn").ToArray() is ["com", "amazonaws", _, .. var service]
        ? string.Concat(service).Replace("-", "", StringComparison.Ordinal)
        : name;

    public static string RouteOf(string subnet) => "a route of " + subnet;

    /// <summary>What leads to a service of AWS, and how.</summary>
    public static string EndpointText(string service, string way) => $"is the endpoint of {service.ToLowerInvariant()} by {way}";

    private static IEnumerable<Fact> Names(StackTemplate stack) =>
        from record in stack.Template.OfType("AWS::Route53::RecordSet")
        let target = record.Property("AliasTarget.DNSName")?.References().FirstOrDefault()
        select new Fact(DifferenceKind.Forward, stack.NameOf(target ?? record.LogicalId), NameText(record.Property("Name")?.ToString() ?? "?"));

    private static IEnumerable<Fact> Zones(StackTemplate stack) =>
        stack.Template.OfType("AWS::Route53::HostedZone").Select(zone => new Fact(DifferenceKind.Forward, stack.NameOf(zone.LogicalId), ZoneText(zone.Property("Name")?.ToString() ?? "?")));

    public static string ZoneText(string name) => $"has the hosted zone {name.TrimEnd('.')}";

    public static string NameText(string name) => $"is known as {name.TrimEnd('.')}";

    private static IEnumerable<Fact> Listeners(StackTemplate stack) =>
        from listener in stack.Template.OfType("AWS::ElasticLoadBalancingV2::Listener")
        let balancer = listener.Property("LoadBalancerArn")?.LogicalId ?? listener.LogicalId
        select new Fact(DifferenceKind.Forward, stack.NameOf(balancer), ListenerText(
            listener.Property("Port")?.ToString() ?? "?",
            listener.Text("Protocol") == "HTTP" ? null : Certificates(stack, listener),
            listener.List("DefaultActions").Any(static action => action["RedirectConfig"] is { } to && to["Port"]?.Text == "443" && to["Protocol"]?.Text == "HTTPS")));

    // Without a policy a listener takes versions of TLS that are broken.
    private static string Certificates(StackTemplate stack, CloudFormation.Resource listener)
    {
        IEnumerable<CloudFormation.Value> certificates = listener.List("Certificates").Select(static one => one["CertificateArn"]).OfType<CloudFormation.Value>();
        return (listener.Property("SslPolicy") is null ? "any version and " : "") + string.Join(", ", certificates.Select(one => one.LogicalId is { } id ? stack.NameOf(id) : one.ToString()));
    }

    public static string ListenerText(string port, string? certificate, bool redirects) =>
        $"takes {(certificate is null ? "plain HTTP" : $"TLS with the certificate of {certificate}")} on {port}{(redirects ? " and sends browsers on to HTTPS" : "")}";

    private static IEnumerable<Fact> Homes(StackTemplate stack) =>
        from host in stack.Reach.Hosts
        select new Fact(DifferenceKind.Host, stack.NameOf(host.LogicalId), HomeText(host.Subnets.Select(static subnet => subnet.Cidr?.ToString() ?? subnet.LogicalId)));

    public static string HomeText(IEnumerable<string> subnets) => $"stands in {string.Join(", ", subnets.Order(StringComparer.Ordinal).DefaultIfEmpty("no subnet of the template"))}";

    // A store that answers elsewhere is out of reach, whatever its rules say.
    private static IEnumerable<Fact> Ports(StackTemplate stack) =>
        from host in stack.Reach.Hosts
        where host.Port is not null
        select new Fact(DifferenceKind.Host, stack.NameOf(host.LogicalId), PortText(host.Port!.Value));

    public static string PortText(int port) => string.Create(CultureInfo.InvariantCulture, $"listens on {port}");

    private static IEnumerable<Fact> Addresses(StackTemplate stack) =>
        stack.Reach.Hosts.Where(static host => host.HasPublicAddress)
            .Select(host => new Fact(DifferenceKind.Address, stack.NameOf(host.LogicalId), "has a public address"))

            // Whatever starts there would have one, unless it says otherwise: here it says so itself.
            .Concat(stack.Reach.Network.Subnets.Where(static subnet => subnet.GivesPublicAddress)
                .Select(subnet => new Fact(DifferenceKind.Address, stack.NameOf(subnet.LogicalId), $"gives public addresses in {subnet.Cidr?.ToString() ?? subnet.LogicalId}")));

    private static IEnumerable<Fact> Forwards(StackTemplate stack) =>
        stack.Reach.Forwards.Select(forward => new Fact(
            DifferenceKind.Forward,
            stack.NameOf(forward.LoadBalancer),
            ForwardText(forward.ListenerPort, stack.NameOf(forward.Target), forward.TargetPort))).Distinct();

    public static string ForwardText(int port, string target, int targetPort) =>
        string.Create(CultureInfo.InvariantCulture, $"passes requests on port {port} on to {target}:{targetPort}");

    private static IEnumerable<Fact> Permissions(StackTemplate stack)
    {
        foreach (CloudFormation.Resource role in stack.Identity.Roles)
        {
            string path = stack.NameOf(role.LogicalId);
            bool ofFlowLogs = IsOfFlowLogs(role);
            Principal[] purposes = [.. PurposesOf(stack, role)];
            foreach (CloudFormation.Grant grant in stack.Identity.Grants(role.LogicalId).Where(grant => !(ofFlowLogs && IsForFlowLogs(grant, role))))
            {
                foreach (Principal purpose in purposes)
                {
                    yield return new Fact(DifferenceKind.Permission, path, PermissionText(
                        (grant.Allowed ? MayText(purpose) : "may not") + " " + grant.Action + (grant.Conditional ? " under a condition" : ""), On(stack, grant.Resource)), grant.Allowed && OpensData(grant.Action.Split(':')[0]));
                }
            }

            foreach (string policy in stack.Identity.ForeignPolicies(role.LogicalId))
            {
                yield return new Fact(DifferenceKind.Permission, path, $"has the policy {policy}", OpeningPolicies.Any(name => policy.Contains(":policy/" + name, StringComparison.Ordinal)));
            }
        }
    }

    // Whoever may change permissions may give himself any other.
    private static bool OpensData(string service) => service is "*" or "dynamodb" or "iam" or "kms" or "rds" or "s3" or "secretsmanager" or "sts";

    /// <summary>What code may do, and what ECS may do to start it.</summary>
    public static string MayText(Principal principal) => principal == Principal.Execution ? "may be started with" : "may";

    /// <summary>Which of the roles of a component a role is: that says the one that uses it, whatever it is called.</summary>
    public static IEnumerable<Principal> PurposesOf(StackTemplate stack, CloudFormation.Resource role)
    {
        bool Is(string property) => stack.Template.OfType("AWS::ECS::TaskDefinition").Any(tasks => tasks.Property(property)?.LogicalId == role.LogicalId);
        bool starts = Is("ExecutionRoleArn");
        if (starts)
        {
            yield return Principal.Execution;
        }

        if (!starts || Is("TaskRoleArn"))
        {
            yield return Principal.Runtime;
        }
    }

    public static string PermissionText(string what, string on) => $"{what} on {on}";

    private static string On(StackTemplate stack, CloudFormation.Value resource)
    {
        CloudFormation.Value[] parts = resource is CloudFormation.Value.Joined joined ? [.. joined.Parts] : [resource];
        return resource.Text is null && stack.Template.Find(parts[0].LogicalId) is { } target && parts.Skip(1).All(static part => part.Text is not null)
            ? stack.NameOf(target.LogicalId) + string.Concat(parts.Skip(1))
            : resource.Text ?? resource.ToString();
    }

    private static bool IsForFlowLogs(CloudFormation.Grant grant, CloudFormation.Resource role) =>
        grant.Action is "logs:CreateLogStream" or "logs:PutLogEvents" or "logs:DescribeLogStreams" && !grant.IsForEverything
        || grant.Action == "iam:PassRole" && grant.Resource.LogicalId == role.LogicalId;

    // The service that writes flow logs has a role beside the components.
    internal static bool IsOfFlowLogs(CloudFormation.Resource role) =>
        role.Property("AssumeRolePolicyDocument")?.ToString().Contains("vpc-flow-logs", StringComparison.Ordinal) == true;
}
