namespace ArchDsl
{
    /// <summary>
    /// An Application Load Balancer. In a <see cref="PublicSubnetAttribute"/> it faces the internet and admits the world on its listeners'
    /// ports; elsewhere it is internal and admits its users alone. An <see cref="IngressAttribute"/> on it takes the world's place.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class AlbAttribute : ArchDslAttribute
    {
        /// <summary>A load balancer that CloudFormation names.</summary>
        public AlbAttribute()
        {
        }

        /// <summary>A load balancer with a name of its own.</summary>
        /// <param name="name">
        /// 32 letters, digits and hyphens at most, not beginning with <c>internal-</c>
        /// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html">AWS</see>).
        /// </param>
        public AlbAttribute(string name) => Name = name;

        /// <summary>The load balancer's name. Default: CloudFormation chooses one.</summary>
        public string? Name { get; }
    }

    /// <summary>Makes a load balancer listen for HTTP.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class HttpListenerAttribute : ModifierAttribute
    {
        /// <summary>Listens on port 80.</summary>
        public HttpListenerAttribute()
        {
        }

        /// <summary>Listens on a port.</summary>
        /// <param name="port">1 to 65535.</param>
        public HttpListenerAttribute(int port) => Port = port;

        /// <summary>The port. Default: 80.</summary>
        public int Port { get; } = 80;

        /// <summary>Whether every request is answered with a redirect to HTTPS on port 443. Default: false; then requests are passed on in the clear.</summary>
        public bool RedirectToHttps { get; set; }

        internal override string Identity => $"{Port}";
    }

    /// <summary>The common part of <see cref="HttpsListenerAttribute{T}"/>.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public abstract class HttpsListenerAttribute : ModifierAttribute
    {
        private protected HttpsListenerAttribute(int port) => Port = port;

        /// <summary>The port. Default: 443.</summary>
        public int Port { get; }

        internal override string Identity => $"{Port}";
    }

    /// <summary>Makes a load balancer listen for HTTPS, with TLS 1.2 and 1.3.</summary>
    /// <typeparam name="T">A class with <see cref="CertificateAttribute"/>.</typeparam>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class HttpsListenerAttribute<T> : HttpsListenerAttribute
    {
        /// <summary>Listens on port 443.</summary>
        public HttpsListenerAttribute()
            : base(443)
        {
        }

        /// <summary>Listens on a port.</summary>
        /// <param name="port">1 to 65535.</param>
        public HttpsListenerAttribute(int port)
            : base(port)
        {
        }
    }
}

namespace ArchDsl.Model
{
    /// <summary>An Application Load Balancer.</summary>
    public sealed record ApplicationLoadBalancer : Component
    {
        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>Whether it faces the internet.</summary>
        public required bool InternetFacing { get; init; }

        /// <summary>Where it listens.</summary>
        public required EquatableArray<Listener> Listeners { get; init; }

        /// <summary>The attribute that gives it a listener, even one whose own fault keeps it out; null for none.</summary>
        public required Origin? ListenerOrigin { get; init; }

        /// <summary>The attribute that gives it a component that answers, even one whose own fault keeps it out; null for none.</summary>
        public required Origin? RouteOrigin { get; init; }

        /// <summary>The listener that its URL leads to: the one with a certificate, if there is one.</summary>
        public Listener? Asked => Listeners.OrderBy(static l => l.Certificate is null).FirstOrDefault();

        /// <inheritdoc/>
        public override string KindName => "load balancer";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.LoadBalancer;

        /// <inheritdoc/>
        public override string? Encryption => Listeners.Any(static l => l.Certificate is not null) ? "TLS 1.2 and 1.3 on " + string.Join(", ", Listeners.Where(static l => l.Certificate is not null).Select(static l => l.Port)) : null;

        /// <inheritdoc/>
        public override bool HasPublicAddress => InternetFacing;

        // An internal one has IPv4 addresses alone:
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetIpAddressType.html
        /// <inheritdoc/>
        public override bool HasIpv6Address => InternetFacing && Placement is { Ipv6: true };

        /// <summary>The ports of its listeners, those that pass requests on first.</summary>
        public override EquatableArray<PortRange> Ports => Listeners.OrderBy(static l => l.RedirectToHttps).Select(static l => PortRange.Tcp(l.Port)).ToEquatableArray();

        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
        /// <inheritdoc/>
        public override int LeastZones => 2;

        /// <inheritdoc/>
        public override int LongestPrefix => 27;

        /// <inheritdoc/>
        public override int LeastAddresses(int zones) => 8 * zones;
    }

    /// <summary>A port on which a load balancer listens.</summary>
    /// <param name="Port">The port.</param>
    /// <param name="RedirectToHttps">Whether it answers with a redirect and passes nothing on.</param>
    /// <param name="Certificate">The class of its certificate; null for HTTP.</param>
    /// <param name="Origin">The attribute.</param>
    public sealed record Listener(int Port, bool RedirectToHttps, NodePath? Certificate, Origin Origin);

    /// <summary>Elastic Load Balancing's Application Load Balancer.</summary>
    internal sealed class Alb : Kind<AlbAttribute, ApplicationLoadBalancer>
    {
        private const string V2 = "AWS.ElasticLoadBalancingV2.";
        private const int HttpsPort = 443;

        public override bool Networked => true;

        public override IReadOnlyList<Type> Modifiers =>
            [typeof(TrafficAttribute), typeof(SecurityGroupAttribute), typeof(HttpListenerAttribute), typeof(HttpsListenerAttribute), typeof(RoutesToAttribute), typeof(DnsAttribute), typeof(AccessLogsAttribute)];

        public override Value? DefaultOutput => ArchDsl.Value.DnsName;

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.DnsName, ArchDsl.Value.Url, ArchDsl.Value.Arn];

        protected override ApplicationLoadBalancer Lower(Written<AlbAttribute> written, ComponentContext context)
        {
            List<Listener> listeners = [];
            foreach (Written<HttpListenerAttribute> http in context.Node.All<HttpListenerAttribute>())
            {
                Add(http, http.Attribute.Port, new Listener(http.Attribute.Port, http.Attribute.RedirectToHttps, null, http.Origin));
            }

            foreach (Written<HttpsListenerAttribute> https in context.Node.All<HttpsListenerAttribute>())
            {
                // A class that is no certificate is a finding, made once the components are known.
                if (context.PathOf<CertificateAttribute>(https.Declaration) is { } certificate)
                {
                    Add(https, https.Attribute.Port, new Listener(https.Attribute.Port, false, certificate, https.Origin));
                }
            }

            void Add<T>(Written<T> attribute, int port, Listener listener)
                where T : ArchDslAttribute
            {
                context.CheckRange(attribute, nameof(HttpListenerAttribute.Port), port, 1, 65535, "a port");
                if (listeners.Any(l => l.Port == port))
                {
                    context.Refuse(attribute.At(nameof(HttpListenerAttribute.Port)), $"{port}", "another listener has this port; choose another");
                }
                else
                {
                    listeners.Add(listener);
                }
            }

            return new ApplicationLoadBalancer
            {
                Path = context.Node.Path,
                Origin = written.Origin,
                AddressOrigin = written.Origin,
                Placement = context.Placement,
                Hooked = context.Hooked,
                Removal = Removal.Destroy,
                Name = written.Attribute.Name,
                InternetFacing = context.SubnetKind == SubnetKind.Public,
                Listeners = listeners.OrderBy(static l => l.Port).ToEquatableArray(),
                ListenerOrigin = context.Node.Get<HttpListenerAttribute>()?.Origin ?? context.Node.Get<HttpsListenerAttribute>()?.Origin,
                RouteOrigin = context.Node.Get<RoutesToAttribute>()?.Origin,
            };
        }

        protected override void Connect(ApplicationLoadBalancer component, Node node, LoweringContext context)
        {
            foreach (Written<HttpsListenerAttribute> https in node.All<HttpsListenerAttribute>())
            {
                if (context.Target(https) is { } target and not Certificate)
                {
                    context.Report<UnsupportedEdge>(https.Origin, https.Declaration.DisplayName, $"{context.Describe(target)}, not a certificate; point it at a class with [Certificate]");
                }
            }

            bool answers = component.Listeners.Any(static l => l.Port == HttpsPort && l.Certificate is not null);
            foreach (Written<HttpListenerAttribute> redirect in node.All<HttpListenerAttribute>().Where(http => http.Attribute.RedirectToHttps && !answers))
            {
                context.Report<CannotWork>(redirect.At(nameof(HttpListenerAttribute.RedirectToHttps)), context.NameOf(component.Path), "it redirects to HTTPS, and nothing listens for HTTPS on 443; add an [HttpsListener<T>]");
            }

            if (!component.InternetFacing || node.All<TrafficAttribute>().Any(static t => t.Attribute.Direction == Direction.Ingress))
            {
                return;
            }

            foreach (Listener listener in component.Listeners)
            {
                PortRange port = PortRange.Tcp(listener.Port);
                context.AddRule(component.Path, Direction.Ingress, Peer.Of(CidrBlock.Internet), port, listener.Origin, "Listener for the internet");
                if (component.HasIpv6Address)
                {
                    context.AddRule(component.Path, Direction.Ingress, Peer.Of(CidrBlock.InternetIpv6), port, listener.Origin, "Listener for the internet");
                }

                context.Edges.Add(new Edge(null, component.Path, port, listener.Origin));
            }
        }

        protected override bool UsedBy(Component user, ApplicationLoadBalancer target, Written<UsesAttribute> edge, LoweringContext context)
        {
            foreach (PortRange port in target.Listeners.Select(static listener => PortRange.Tcp(listener.Port)))
            {
                if (target.InternetFacing ? AllowOutside(user, target, port, edge, context) : context.Allow(user, target, port, edge.Origin, "Requests"))
                {
                    context.Edges.Add(new Edge(user.Path, target.Path, port, edge.Origin));
                }
            }

            if (user.TakesEnvironment)
            {
                context.Inject(user, edge.Attribute.Env ?? VariableName.Of(target.Path, "URL"), new ComponentValue(target.Path, ArchDsl.Value.Url), edge.Origin);
            }

            return true;
        }

        // Its name leads to public addresses inside the VPC, too: requests go out to the internet and come back in from an address that
        // no security group stands for. https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
        private static bool AllowOutside(Component user, ApplicationLoadBalancer target, PortRange port, Written<UsesAttribute> edge, LoweringContext context)
        {
            if (!context.ShareNetwork(user, target, edge.Origin))
            {
                return false;
            }

            context.AddRule(user.Path, Direction.Egress, Peer.Of(CidrBlock.Internet), port, edge.Origin, $"Requests to {context.NameOf(target.Path)} at its public addresses");
            if (target.HasIpv6Address)
            {
                context.AddRule(user.Path, Direction.Egress, Peer.Of(CidrBlock.InternetIpv6), port, edge.Origin, $"Requests to {context.NameOf(target.Path)} at its public addresses");
            }

            return true;
        }

        protected override void Emit(ApplicationLoadBalancer lb, CdkScope cdk)
        {
            CdkValue balancer = cdk.Property(
                "LoadBalancer",
                V2 + "ApplicationLoadBalancer",
                new Props(V2 + "ApplicationLoadBalancerProps")
                {
                    { "LoadBalancerName", lb.Name is null ? null : CdkValue.Name(lb.Name) },
                    { "InternetFacing", lb.InternetFacing },
                    { "IpAddressType", lb.HasIpv6Address ? Cdk.Static(V2 + "IpAddressType.DUAL_STACK") : null },
                    { "Vpc", cdk.Vpc(lb) },
                    { "VpcSubnets", CdkScope.Subnets(lb) },
                    { "SecurityGroup", cdk.SecurityGroup(lb) },
                    { "DropInvalidHeaderFields", true },
                },
                "The load balancer.");
            cdk.AfterRoutes(lb, balancer);
            if (cdk.Topology.AccessLogsOf(lb.Path) is { } logs)
            {
                EmitAccessLogs(logs, balancer, cdk);
            }
        }

        // The same policy in every region; the folder has the account's number in it:
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
        private static void EmitAccessLogs(AccessLogs logs, CdkValue balancer, CdkScope cdk)
        {
            string bucket = cdk.Member(logs.Bucket, "Bucket");
            string folder = logs.Prefix.Length == 0 ? "" : logs.Prefix + "/";
            cdk.Run(bucket + ".AddToResourcePolicy", CdkScope.ServiceStatement(
                "logdelivery.elasticloadbalancing.amazonaws.com",
                ["s3:PutObject"],
                CdkValue.Code($"{bucket}.BucketArn + {CSharpLiteral.Of($"/{folder}AWSLogs/")} + {cdk.Node(NodePath.Root)}.Account + \"/*\""),
                []));
            cdk.Run(balancer.Then(".SetAttribute"), CdkValue.Text("access_logs.s3.enabled"), CdkValue.Text("true"));
            cdk.Run(balancer.Then(".SetAttribute"), CdkValue.Text("access_logs.s3.bucket"), CdkValue.Code(bucket + ".BucketName"));
            if (logs.Prefix.Length > 0)
            {
                cdk.Run(balancer.Then(".SetAttribute"), CdkValue.Text("access_logs.s3.prefix"), CdkValue.Literal(logs.Prefix));
            }

            // Elastic Load Balancing tries the bucket before it takes the attribute.
            cdk.Run(balancer.Then(".Node.AddDependency"), CdkValue.Code(bucket + ".Policy!"));
        }

        protected override void EmitRoutes(ApplicationLoadBalancer lb, CdkScope cdk)
        {
            CdkValue balancer = CdkValue.Code(cdk.Member(lb.Path, "LoadBalancer"));
            CdkValue? target = cdk.Topology.TargetGroupsOf(lb.Path).FirstOrDefault() is { } group ? TargetGroup(lb, group, cdk) : null;
            foreach (Listener listener in lb.Listeners)
            {
                cdk.Make("Listener" + listener.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), V2 + "ApplicationListener", new Props(V2 + "ApplicationListenerProps")
                {
                    { "LoadBalancer", balancer },
                    { "Port", listener.Port },
                    { "Protocol", Cdk.Static(V2 + "ApplicationProtocol." + (listener.Certificate is null ? "HTTP" : "HTTPS")) },
                    { "Certificates", listener.Certificate is { } certificate ? CdkValue.List(Cdk.Type(V2 + "IListenerCertificate"), [ListenerCertificate(certificate, cdk)]) : null },
                    { "SslPolicy", listener.Certificate is null ? null : Cdk.Static(V2 + "SslPolicy.RECOMMENDED_TLS") },
                    { "Open", false },
                    { "DefaultAction", Action(listener, target) },
                });
            }

            foreach (DnsRecord record in cdk.Topology.DnsRecords.Where(r => r.LoadBalancer == lb.Path))
            {
                EmitAlias(record, "A", "Dns " + record.Name, balancer, cdk);
                if (lb.HasIpv6Address)
                {
                    EmitAlias(record, "AAAA", $"Dns {record.Name} AAAA", balancer, cdk);
                }
            }
        }

        // The name with addresses of both families, as Route 53 itself has it:
        // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-elb-load-balancer.html
        private static void EmitAlias(DnsRecord record, string type, string id, CdkValue balancer, CdkScope cdk) =>
            cdk.Make(id, "AWS.Route53.CfnRecordSet", new Props("AWS.Route53.CfnRecordSetProps")
            {
                { "HostedZoneId", CdkValue.Code(cdk.Member(record.HostedZone, "HostedZone") + ".HostedZoneId") },
                { "Name", CdkValue.Literal(record.Name + ".") },
                { "Type", CdkValue.Text(type) },
                { "AliasTarget", new Props("AWS.Route53.CfnRecordSet.AliasTargetProperty")
                    {
                        { "DnsName", CdkValue.Code((type == "AAAA" ? "\"dualstack.\" + " : "") + balancer.Then(".LoadBalancerDnsName")) },
                        { "HostedZoneId", CdkValue.Code(balancer.Then(".LoadBalancerCanonicalHostedZoneId")) },
                        { "EvaluateTargetHealth", true },
                    }
                },
            });

        protected override CdkValue? Value(ApplicationLoadBalancer lb, Value value, CdkScope cdk)
        {
            string balancer = cdk.Member(lb.Path, "LoadBalancer");
            return value switch
            {
                ArchDsl.Value.DnsName => CdkValue.Code(balancer + ".LoadBalancerDnsName"),
                ArchDsl.Value.Arn => CdkValue.Code(balancer + ".LoadBalancerArn"),
                ArchDsl.Value.Url when CertifiedName(lb, cdk.Topology) is { } name => CdkValue.Literal($"https://{name}{Port(lb)}"),
                ArchDsl.Value.Url => CdkValue.Code($"$\"{Scheme(lb)}://{{{balancer}.LoadBalancerDnsName}}{Port(lb)}\""),
                _ => null,
            };
        }

        protected override IEnumerable<Usage> Usages(ApplicationLoadBalancer lb, ArchitectureTopology topology) =>
        [
            Usage.Hourly("AWSELB", "Application Load Balancer", 1),
            .. lb.InternetFacing ? new[] { Usage.PublicAddresses(topology.SubnetGroup(lb)?.Subnets.Count ?? 0) } : [],
            Usage.OnDemand("AWSELB", "load balancer capacity units", "LCU-hour"),
        ];

        protected override string Describe(ApplicationLoadBalancer lb) =>
            $"{(lb.InternetFacing ? "internet-facing" : "internal")} load balancer on {string.Join(", ", lb.Listeners.Select(static l => l.Port))}";

        // No certificate has the name that AWS gives a load balancer: clients refuse it there.
        private static string? CertifiedName(ApplicationLoadBalancer lb, ArchitectureTopology topology) =>
            lb.Asked?.Certificate is null ? null : topology.DnsRecords.FirstOrDefault(record => record.LoadBalancer == lb.Path && !record.Name.StartsWith("*", StringComparison.Ordinal))?.Name;

        private static string Scheme(ApplicationLoadBalancer lb) => lb.Asked?.Certificate is null ? "http" : "https";

        private static string Port(ApplicationLoadBalancer lb) => lb.Asked is not { } listener || listener.Port == (listener.Certificate is null ? 80 : 443) ? "" : $":{listener.Port}";

        private static CdkValue ListenerCertificate(NodePath certificate, CdkScope cdk) =>
            CdkValue.Call(Cdk.Type(V2 + "ListenerCertificate.FromArn"), cdk.Value(certificate, ArchDsl.Value.Arn));

        private static CdkValue Action(Listener listener, CdkValue? target)
        {
            if (listener.RedirectToHttps)
            {
                return CdkValue.Call(Cdk.Type(V2 + "ListenerAction.Redirect"), new Props(V2 + "RedirectOptions")
                {
                    { "Protocol", CdkValue.Text("HTTPS") },
                    { "Port", CdkValue.Text("443") },
                    { "Permanent", true },
                });
            }

            return target is null
                ? CdkValue.Call(Cdk.Type(V2 + "ListenerAction.FixedResponse"), 404, new Props(V2 + "FixedResponseOptions"))
                : CdkValue.Call(Cdk.Type(V2 + "ListenerAction.Forward"), CdkValue.List(Cdk.Type(V2 + "IApplicationTargetGroup"), [target]));
        }

        private static CdkValue TargetGroup(ApplicationLoadBalancer lb, TargetGroup group, CdkScope cdk) => cdk.Property(
            "TargetGroup",
            V2 + "ApplicationTargetGroup",
            new Props(V2 + "ApplicationTargetGroupProps")
            {
                { "TargetGroupName", group.Name is null ? null : CdkValue.Name(group.Name) },
                { "Vpc", cdk.Vpc(lb) },
                { "Port", group.Port },
                { "Protocol", Cdk.Static(V2 + "ApplicationProtocol.HTTP") },
                { "TargetType", Cdk.Static(V2 + "TargetType." + (cdk.Topology.Component(group.Target) is Instance ? "INSTANCE" : "IP")) },
                { "Targets", CdkValue.List(Cdk.Type(V2 + "IApplicationLoadBalancerTarget"), [cdk.Target(group.Target, group.Port)]) },
                { "HealthCheck", new Props(V2 + "HealthCheck")
                    {
                        { "Protocol", Cdk.Static(V2 + "Protocol.HTTP") },
                        { "Path", CdkValue.Literal(group.HealthCheck.Path) },
                        { "Interval", CdkScope.Seconds(group.HealthCheck.IntervalSeconds) },
                        { "Timeout", CdkScope.Seconds(group.HealthCheck.TimeoutSeconds) },
                        { "HealthyThresholdCount", group.HealthCheck.HealthyThreshold },
                        { "UnhealthyThresholdCount", group.HealthCheck.UnhealthyThreshold },
                    }
                },
            },
            "The components that answer.");
    }
}
