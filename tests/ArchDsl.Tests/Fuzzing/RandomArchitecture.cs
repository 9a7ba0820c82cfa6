using System.Globalization;

namespace ArchDsl.Tests.Fuzzing;

/// <summary>
/// Random architectures: every kind, edge and form of the language. Most of them mean something; about half have something in
/// them that nobody should write, such as a public database, ranges that overlap, or strings that look like code.
/// </summary>
internal sealed class RandomArchitecture
{
    private static readonly string[] Ranges =
    [
        "0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "8.128.0.0/9", "203.0.113.0/24", "198.51.100.7/32", "10.0.0.0/16", "10.0.0.0/16",
        "10.0.0.0/8", "10.0.16.0/20", "10.0.0.0/20", "172.16.0.0/12", "192.168.0.0/24", "100.64.0.0/10", "10.1.0.0/16", "172.0.0.0/8", "169.254.169.254/32",
    ];

    private static readonly string[] Ipv6Ranges =
    [
        "::/0", "::/0", "::/0", "::/1", "2000::/3", "2600::/12", "2600:1F00::/24", "2001:db8::/32", "2001:0db8:7::/48", "fd00::/8", "fe80::/10", "fc00::/7",
    ];

    private static readonly string[] Networks = ["10.0.0.0/16", "10.0.0.0/16", "10.0.0.0/20", "172.16.0.0/16", "192.168.0.0/20", "100.64.0.0/16", "10.1.0.0/18"];

    private static readonly int[] Ports = [22, 80, 443, 443, 3306, 5432, 5432, 6379, 6379, 8000, 8080, 3389, 0, 65535];

    /// <summary>Text that something on its way might read as more than text.</summary>
    internal static readonly string[] Texts =
    [
        "plain", "a \"quoted\" text", "\\", "{0} {{}} {", "${AWS::Region} ${x} $$", "line\nbreak\r\n", "\u2028\u0085", "\ud83d\ude00 \u0130\u0131",
        "*/ // #if", "\"; throw null; //", "<b>&amp;", "$(id) `id`", "%s %n", "!Ref Vpc", "Fn::Sub", "",
    ];

    private readonly Random random;
    private readonly bool hostile;
    private readonly List<Part> parts = [];
    private readonly List<string> stages = [];
    private readonly HashSet<int> dual = [];
    private readonly string root;
    private int names;

    private RandomArchitecture(int seed)
    {
        random = new Random(seed);
        hostile = random.Next(2) == 0;
        root = Pick("Shop", "Shop", "Shop", "App", "Stack1", "Äpfel");
    }

    public static Draft Make(int seed) => new RandomArchitecture(seed).Root();

    /// <summary>A component while its edges are made.</summary>
    /// <param name="Kind">The name of the resource attribute.</param>
    /// <param name="Name">The class name.</param>
    /// <param name="Path">The class as edges name it.</param>
    /// <param name="Network">The number of its VPC; -1 for none.</param>
    /// <param name="Port">The port on which it answers.</param>
    private sealed record Part(string Kind, string Name, string Path, int Network, int Port)
    {
        public List<DraftAttribute> Attributes { get; } = [];

        public bool IsNetworked => Network >= 0;

        public bool IsCompute => Kind is "Fargate" or "Ec2";

        public bool HasIpv6 => IsCompute || Kind == "Rds";
    }

    private Draft Root()
    {
        List<DraftAttribute> attributes = [];
        if (Chance(40))
        {
            attributes.Add(new("Architecture", [Text("stack-name"), .. Chance(50) ? ["Region = \"eu-west-1\""] : Array.Empty<string>(), .. Chance(30) ? [$"Description = {Odd()}"] : Array.Empty<string>()]));
        }

        if (Chance(25))
        {
            stages.AddRange(["dev", "prod"]);
            attributes.AddRange(stages.Select(static stage => new DraftAttribute("Stage", $"\"{stage}\"")));
        }

        if (Chance(20))
        {
            attributes.Add(new("EcsCluster", Chance(50) ? ["ContainerInsights = false"] : []));
        }

        if (Chance(30))
        {
            attributes.Add(new("Tag", "\"team\"", Text("shop")));
        }

        if (Chance(8))
        {
            return Flat(attributes);
        }

        bool zone = Chance(25);
        if (zone)
        {
            attributes.Add(new("HostedZone", ["\"example.com\"", .. Chance(50) ? ["Id = \"Z0123456789\""] : Array.Empty<string>()]));
        }

        List<Draft> children = [];
        bool nested = Chance(20);
        int networks = nested && Chance(50) ? 2 : 1;
        List<(string Path, List<Part> Parts, Func<Draft> Make)> folders = [];
        for (int network = 0; network < networks; network++)
        {
            string range = Pick(Networks);
            int zones = Pick(1, 2, 2, 2, 2, 3, 3, 3);
            string scope = root;
            string? own = null;
            if (nested)
            {
                own = $"Net{network + 1}";
                scope += "." + own;
            }

            DraftAttribute vpc = Vpc(network, range, zones);
            List<Func<Draft>> subnets = [.. Enumerable.Range(0, random.Next(1, 5)).Select(index => Subnets(index, scope, network, range, zones))];
            List<DraftAttribute> endpoints = Endpoints();
            if (own is null)
            {
                attributes.AddRange([vpc, .. endpoints]);
                folders.AddRange(subnets.Select(make => ("", new List<Part>(), make)));
            }
            else
            {
                string name = own;
                folders.Add(("", [], () => new Draft(name, [vpc, .. endpoints], [.. subnets.Select(static make => make())])));
            }
        }

        List<Part> regional = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => Regional(root))];
        if (zone && Chance(70))
        {
            regional.Add(Add("Certificate", root, -1, 0, new DraftAttribute("Certificate", "\"www.example.com\"")));
        }

        Edges(zone);
        children.AddRange(folders.Select(static folder => folder.Make()));
        children.AddRange(regional.Select(static part => new Draft(part.Name, part.Attributes, [])));
        return new Draft(root, attributes, children);
    }

    /// <summary>Everything on one class.</summary>
    private Draft Flat(List<DraftAttribute> attributes)
    {
        attributes.Add(Vpc(0, "10.0.0.0/16", 2));
        attributes.Add(new(Pick("PublicSubnet", "PrivateSubnet", "IsolatedSubnet")));
        Part part = Networked(root, 0, ofRoot: true);
        Edges(zone: false);
        return new Draft(root, [.. attributes, .. part.Attributes], []);
    }

    private DraftAttribute Vpc(int network, string range, int zones)
    {
        List<string> arguments = [];
        if (range != "10.0.0.0/16" || Chance(50))
        {
            arguments.Add($"\"{range}\"");
        }

        if (Chance(35))
        {
            dual.Add(network);
            arguments.Add("Ipv6 = true");
        }

        if (zones != 2 || Chance(50))
        {
            arguments.Add($"AvailabilityZones = {Number(zones)}");
        }

        if (Chance(30))
        {
            arguments.Add($"NatGateways = {Number(random.Next(0, zones + (hostile && Chance(5) ? 2 : 1)))}");
        }

        if (Chance(50))
        {
            arguments.Add($"FlowLogs = FlowLogs.{Pick("None", "All", "Rejected")}");
        }

        return new("Vpc", [.. arguments]);
    }

    private List<DraftAttribute> Endpoints() =>
        [.. from service in (string[])["S3", "DynamoDb"] where Chance(15) select new DraftAttribute("VpcEndpoint", $"AwsService.{service}")];

    /// <summary>A group of subnets: a class with components in it, or one that is the component itself.</summary>
    private Func<Draft> Subnets(int index, string scope, int network, string range, int zones)
    {
        string kind = index == 0 ? Pick("PublicSubnet", "PublicSubnet", "PrivateSubnet") : Pick("PublicSubnet", "PrivateSubnet", "IsolatedSubnet");
        DraftAttribute subnet = new(kind, Chance(30) ? Explicit(index, range, zones) : []);
        if (Chance(20))
        {
            Part only = Networked(scope, network);
            return () => new Draft(only.Name, [subnet, .. only.Attributes], []);
        }

        string name = $"{kind[..3]}{Number(index)}";
        string folder = Chance(10) ? "Inner" : "";
        string path = $"{scope}.{name}" + (folder.Length == 0 ? "" : "." + folder);
        List<Part> inside = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Chance(10) ? Regional(path) : Networked(path, network))];
        return () =>
        {
            Draft[] children = [.. inside.Select(static part => new Draft(part.Name, part.Attributes, []))];
            return new Draft(name, [subnet], folder.Length == 0 || children.Length == 0 ? children : [new Draft(folder, [], children)]);
        };
    }

    // The slices of the range begin at its end, where those that are allotted come last.
    private string[] Explicit(int index, string range, int zones)
    {
        string[] parts = range.Split('.', '/');
        int size = 1 << (32 - int.Parse(parts[4], CultureInfo.InvariantCulture));
        int first = (int.Parse(parts[2], CultureInfo.InvariantCulture) << 8) + int.Parse(parts[3], CultureInfo.InvariantCulture);
        int count = hostile && Chance(3) ? zones + 1 : zones;
        return [.. Enumerable.Range(0, count).Select(zone =>
        {
            int slice = first + size - (((index * zones) + zone + 1) * 256);
            return $"\"{parts[0]}.{parts[1]}.{Number(slice >> 8)}.0/{Number(Chance(80) ? 24 : 26)}\"";
        })];
    }

    private Part Networked(string scope, int network, bool ofRoot = false) => Pick("Fargate", "Fargate", "Fargate", "Ec2", "Ec2", "Rds", "Rds", "Rds", "ElastiCache", "Alb", "Alb") switch
    {
        "Fargate" => Fargate(scope, network, ofRoot),
        "Ec2" => Ec2(scope, network, ofRoot),
        "Rds" => Rds(scope, network, ofRoot),
        "ElastiCache" => Add("ElastiCache", scope, network, 6379, new("ElastiCache", [.. Chance(30) ? ["CacheEngine.Redis", "\"7.0\""] : Array.Empty<string>(), .. Chance(30) ? ["Nodes = 2"] : Array.Empty<string>()]), ofRoot),
        _ => Alb(scope, network, ofRoot),
    };

    private Part Fargate(string scope, int network, bool ofRoot)
    {
        int port = Pick(80, 8000, 8080, 443, 22);
        Part part = Add("Fargate", scope, network, port, new("Fargate", ["Image = \"public.ecr.aws/x/y:1\"", .. port != 80 || Chance(50) ? [$"Port = {Number(port)}"] : Array.Empty<string>(), .. Chance(20) ? ["Cpu = 512", "MemoryMiB = 1024"] : Array.Empty<string>()]), ofRoot);
        Maybe(15, part, new("AutoScale", "Min = 1", "Max = 3", "MemoryPercent = 60"));
        Maybe(15, part, Chance(50) ? new("Logs", "RetentionDays = 7") : new("Logs", $"\"/ecs/{part.Name}${{AWS::Region}}\""));
        Maybe(10, part, new("Roles", $"Task = \"task-{Number(names)}\"", $"Execution = \"start-{Number(names)}\""));
        Maybe(20, part, new("Env", "\"TEXT\"", Odd()));
        Maybe(10, part, new("Container", "\"app\""));
        return part;
    }

    private Part Ec2(string scope, int network, bool ofRoot) =>
        Add("Ec2", scope, network, 80, new("Ec2", ["\"t3.small\"", .. Chance(20) ? ["StorageGiB = 20"] : Array.Empty<string>()]), ofRoot);

    private Part Rds(string scope, int network, bool ofRoot)
    {
        string engine = Pick("Postgres", "Postgres", "MySql", "MariaDb");
        List<string> arguments = [];
        int port = 5432;
        if (engine != "Postgres" || Chance(30))
        {
            arguments.AddRange([$"Engine.{engine}", engine switch { "Postgres" => Pick("\"15\"", "\"14.9\""), "MySql" => "\"8.0.35\"", _ => "\"10.11\"" }]);
            port = engine == "Postgres" ? 5432 : 3306;
        }

        if (Chance(15))
        {
            port = 6000;
            arguments.Add("Port = 6000");
        }

        if (Chance(hostile ? 40 : 5))
        {
            arguments.Add("Public = true");
        }

        if (Chance(20))
        {
            arguments.Add("MultiAz = true");
        }

        Part part = Add("Rds", scope, network, port, new("Rds", [.. arguments]), ofRoot);
        Maybe(10, part, new("Removal", $"Removal.{Pick("Retain", "Snapshot", "Destroy")}"));
        if (stages.Count > 0 && Chance(50))
        {
            part.Attributes.Add(new("Rds", "Stage = \"prod\"", Pick("MultiAz = true", "Public = true", "BackupRetentionDays = 30")));
        }

        return part;
    }

    private Part Alb(string scope, int network, bool ofRoot)
    {
        int port = Pick(80, 80, 8080);
        Part part = Add("Alb", scope, network, port, new("Alb"), ofRoot);
        part.Attributes.Add(new("HttpListener", port == 80 ? [] : ["8080"]));
        Maybe(15, part, new("HttpListener", "8081"));
        return part;
    }

    private Part Regional(string scope) => Pick("S3", "S3", "DynamoDb", "Secret", "Topic", "Ecr") switch
    {
        "S3" => Bucket(scope),
        "DynamoDb" => Add("DynamoDb", scope, -1, 0, new("DynamoDb", Chance(30) ? ["PartitionKey = \"user\"", "SortKey = \"at\""] : [])),
        "Secret" => Add("Secret", scope, -1, 0, new("Secret", Chance(30) ? [$"\"shop/key-{Number(names)}\"", "Generate = false"] : [])),
        "Topic" => Add("Topic", scope, -1, 0, new("Topic")),
        _ => Add("Ecr", scope, -1, 0, new("Ecr", Chance(30) ? ["ImmutableTags = true"] : [])),
    };

    private Part Bucket(string scope)
    {
        string[] name = Chance(20) ? [$"\"shop-{Number(names)}-${{AWS::AccountId}}\""] : [];
        Part part = Add("S3", scope, -1, 0, new("S3", [.. name, .. Chance(hostile ? 25 : 5) ? ["PublicRead = true"] : Chance(20) ? ["Versioned = true"] : Array.Empty<string>()]));
        Maybe(15, part, new("Cors", "Origins = [\"*\"]", "Methods = [HttpVerb.Get]"));
        return part;
    }

    private Part Add(string kind, string scope, int network, int port, DraftAttribute resource, bool ofRoot = false)
    {
        string name = $"{kind}{Number(++names)}";
        if (hostile && Chance(10))
        {
            name = Pick("Vpc", "Bucket", "System", "Amazon", "Größe", "Resource", "Instance", "Node_", "Global") + Number(names);
        }

        Part part = ofRoot ? new Part(kind, root, root, network, port) : new Part(kind, name, $"{scope}.{name}", network, port);
        part.Attributes.Add(resource);
        parts.Add(part);
        return part;
    }

    private void Edges(bool zone)
    {
        foreach (Part part in parts)
        {
            if (part.Kind == "Alb")
            {
                AlbEdges(part, zone);
            }

            if (part.IsCompute)
            {
                Uses(part);
            }

            if (part.Kind == "Fargate")
            {
                FargateEdges(part);
            }

            if (part.IsNetworked)
            {
                Traffic(part);
                Maybe(10, part, new("SecurityGroup", $"\"guards-{Number(parts.IndexOf(part))}\""));
                Maybe(10, part, new("Output", $"\"group_of_{Number(parts.IndexOf(part))}\"", "Value.SecurityGroupId"));
            }

            if (hostile && part.Kind == "Rds" && Chance(10))
            {
                part.Attributes.Add(new("AcceptRisk", "\"ARCH1001\"", $"Reason = {Text("Read by partners. ")}"));
            }
        }
    }

    private void AlbEdges(Part balancer, bool zone)
    {
        if (Some(part => part.IsCompute && part.Network == balancer.Network) is { } target && Chance(85))
        {
            balancer.Attributes.Add(new($"RoutesTo<{target.Path}>", [.. Chance(30) ? ["HealthCheckPath = \"/health\""] : Array.Empty<string>(), .. target.Kind == "Ec2" && Chance(30) ? ["Port = 8000"] : Array.Empty<string>()]));
        }

        if (Some(static part => part.Kind == "Certificate") is { } certificate && Chance(60))
        {
            balancer.Attributes.Add(new($"HttpsListener<{certificate.Path}>"));
            if (Chance(50))
            {
                balancer.Attributes.Add(new("HttpListener", "8082", "RedirectToHttps = true"));
            }
        }

        if (zone && Chance(30))
        {
            balancer.Attributes.Add(new("Dns", $"\"{balancer.Name.ToLowerInvariant().Normalize().Replace("ö", "o", StringComparison.Ordinal).Replace("ß", "s", StringComparison.Ordinal).Replace("_", "-", StringComparison.Ordinal)}.example.com\""));
        }
    }

    private void Uses(Part user)
    {
        HashSet<string> used = [];
        int databases = 0;
        for (int i = random.Next(0, 5); i > 0; i--)
        {
            if (Some(part => part != user && part.Kind is not ("Certificate" or "Ecr") && (!part.IsNetworked || part.Network == user.Network || (hostile && Chance(3)))) is not { } target
                || !used.Add(target.Path))
            {
                continue;
            }

            List<string> arguments = [];
            if (target.Kind is "S3" or "DynamoDb" && Chance(60))
            {
                arguments.Add(Pick("Access.ReadWrite", "Access.Write", "Access.Delete", "Access.ReadWrite | Access.Delete", "Access.None", "Access.Read"));
            }

            if (target.Kind == "Rds" && ++databases > 1)
            {
                arguments.Add($"Env = \"DB{Number(databases)}\"");
            }

            if (target.Kind == "Rds" && Chance(20))
            {
                arguments.Add("AtRuntime = true");
            }

            user.Attributes.Add(new($"Uses<{target.Path}>", [.. arguments, .. Stage(8)]));
        }
    }

    private void FargateEdges(Part task)
    {
        if (Some(static part => part.Kind == "Secret") is { } secret && Chance(40))
        {
            task.Attributes.Add(new($"InjectSecret<{secret.Path}>", ["\"API_KEY\"", .. Chance(30) ? ["Field = \"key\""] : Array.Empty<string>(), .. Chance(30) ? ["AtRuntime = true"] : Array.Empty<string>()]));
        }

        if (Some(static part => part.Kind == "Topic") is { } topic && Chance(30))
        {
            task.Attributes.Add(new($"Alarm<{topic.Path}>", $"Metric.{Pick("CpuUtilization", "MemoryUtilization", "TaskFailures")}", "Threshold = 90"));
        }

        if (Some(static part => part.Kind == "Ecr") is { } repository && Chance(50))
        {
            task.Attributes[0] = task.Attributes[0] with { Arguments = [.. task.Attributes[0].Arguments.Where(static argument => !argument.StartsWith("Image", StringComparison.Ordinal))] };
            task.Attributes.Add(new($"ImageFrom<{repository.Path}>", "\"latest\""));
        }
    }

    private void Traffic(Part part)
    {
        HashSet<string> written = [];
        for (int i = random.Next(hostile ? 5 : 2); i > 0; i--)
        {
            string direction = Pick("Ingress", "Egress");
            DraftAttribute rule;
            if (Chance(40) && Some(other => other.IsNetworked && other.Network == part.Network) is { } peer)
            {
                rule = new($"{direction}<{peer.Path}>", PortArguments(direction == "Ingress" ? part.Port : peer.Port));
            }
            else
            {
                string range = dual.Contains(part.Network) && (part.HasIpv6 || (hostile && Chance(3))) && Chance(50) ? Pick(Ipv6Ranges) : Pick(Ranges);
                rule = new(direction, [range == "0.0.0.0/0" && Chance(50) ? "Cidr.Internet" : range == "::/0" && Chance(50) ? "Cidr.InternetIpv6" : $"\"{range}\"", .. PortArguments(part.Port)]);
            }

            if (written.Add(rule.ToString()))
            {
                part.Attributes.Add(rule with { Arguments = [.. rule.Arguments, .. Stage(10)] });
            }
        }
    }

    private string[] PortArguments(int own)
    {
        int port = Chance(50) ? own : Pick(Ports);
        string[] ports = Pick("none", "one", "one", "one", "two") switch
        {
            "none" => [],
            "one" => [Number(port)],
            _ => [Number(Math.Max(0, port - random.Next(100))), Number(Math.Min(65535, port + random.Next(100)))],
        };
        return [.. ports, .. Chance(10) ? [$"Protocol = Protocol.{(ports.Length == 0 ? Pick("Udp", "Tcp", "All") : Pick("Udp", "Tcp"))}"] : Array.Empty<string>()];
    }

    private string[] Stage(int percent) => stages.Count > 0 && Chance(percent) ? ["Stage = \"prod\""] : [];

    private void Maybe(int percent, Part part, DraftAttribute attribute)
    {
        if (Chance(percent))
        {
            part.Attributes.Add(attribute);
        }
    }

    private Part? Some(Func<Part, bool> condition)
    {
        List<Part> found = [.. parts.Where(condition)];
        return found.Count == 0 ? null : found[random.Next(found.Count)];
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Odd() => Text(hostile ? Pick(Texts) : "plain");

    /// <summary>A string literal with the text as itself where that is possible.</summary>
    internal static string Text(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
