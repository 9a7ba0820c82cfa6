namespace ArchDsl
{
    /// <summary>
    /// An Application Load Balancer. In a <see cref="PublicSubnetAttribute"/> it faces the internet and admits the world on its listeners'
    /// ports; elsewhere it is internal and admits its users alone. An <see cref="IngressAttribute"/> on it takes the world's place.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class AlbAttribute : ArchDslAttribute
    {
        /// <summary>A load balancer that CloudFormation names.</summary>
        public AlbAttribute()
        {
        }

        /// <summary>A load balancer with a name of its own.</summary>
        /// <param name="name">32 letters, digits and hyphens at most, not beginning with <c>internal-</c>.</param>
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

        /// <inheritdoc/>
        public override string KindName => "load balancer";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.LoadBalancer;

        /// <inheritdoc/>
        public override bool HasPublicAddress => InternetFacing;

        /// <inheritdoc/>
        public override EquatableArray<PortRange> Ports => Listeners.Select(static l => PortRange.Tcp(l.Port)).ToEquatableArray();
    }

    /// <summary>A port on which a load balancer listens.</summary>
    /// <param name="Port">The port.</param>
    /// <param name="RedirectToHttps">Whether it answers with a redirect and passes nothing on.</param>
    /// <param name="Origin">The attribute.</param>
    public sealed record Listener(int Port, bool RedirectToHttps, Origin Origin);

    /// <summary>Elastic Load Balancing's Application Load Balancer.</summary>
    internal sealed class Alb : Kind<AlbAttribute, ApplicationLoadBalancer>
    {
        private const string V2 = "AWS.ElasticLoadBalancingV2.";

        public override bool Networked => true;

        public override IReadOnlyList<Type> Modifiers =>
            [typeof(TrafficAttribute), typeof(SecurityGroupAttribute), typeof(HttpListenerAttribute), typeof(RoutesToAttribute)];

        public override Value? DefaultOutput => ArchDsl.Value.DnsName;

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.DnsName, ArchDsl.Value.Url, ArchDsl.Value.Arn];

        protected override ApplicationLoadBalancer Lower(Written<AlbAttribute> written, ComponentContext context)
        {
            List<Listener> listeners = [];
            foreach (Written<HttpListenerAttribute> listener in context.Node.All<HttpListenerAttribute>())
            {
                context.CheckRange(listener, nameof(HttpListenerAttribute.Port), listener.Attribute.Port, 1, 65535, "a port");
                if (listeners.Any(l => l.Port == listener.Attribute.Port))
                {
                    context.Refuse(listener.At(nameof(HttpListenerAttribute.Port)), $"{listener.Attribute.Port}", "another listener has this port");
                }
                else
                {
                    listeners.Add(new Listener(listener.Attribute.Port, listener.Attribute.RedirectToHttps, listener.Origin));
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
                Listeners = listeners.ToEquatableArray(),
            };
        }

        protected override void Connect(ApplicationLoadBalancer component, Node node, LoweringContext context)
        {
            if (!component.InternetFacing || node.All<TrafficAttribute>().Any(static t => t.Attribute.Direction == Direction.Ingress))
            {
                return;
            }

            foreach (Listener listener in component.Listeners)
            {
                PortRange port = PortRange.Tcp(listener.Port);
                context.AddRule(component.Path, Direction.Ingress, Peer.Of(CidrBlock.Internet), port, listener.Origin, "Listener for the internet");
                context.Edges.Add(new Edge(null, component.Path, port, listener.Origin));
            }
        }

        protected override bool UsedBy(Component user, ApplicationLoadBalancer target, Written<UsesAttribute> edge, LoweringContext context)
        {
            foreach (Listener listener in target.Listeners)
            {
                PortRange port = PortRange.Tcp(listener.Port);
                if (context.Allow(user, target, port, edge.Origin, "Requests"))
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

        protected override void Emit(ApplicationLoadBalancer lb, CdkScope cdk)
        {
            CdkValue balancer = cdk.Property(
                "LoadBalancer",
                V2 + "ApplicationLoadBalancer",
                new Props(V2 + "ApplicationLoadBalancerProps")
                {
                    { "LoadBalancerName", lb.Name is null ? null : CdkValue.Literal(lb.Name) },
                    { "InternetFacing", lb.InternetFacing },
                    { "Vpc", cdk.Vpc(lb) },
                    { "VpcSubnets", CdkScope.Subnets(lb) },
                    { "SecurityGroup", cdk.SecurityGroup(lb) },
                    { "DropInvalidHeaderFields", true },
                },
                "The load balancer.");
            cdk.AfterRoutes(lb, balancer);
            CdkValue? target = cdk.Topology.TargetGroupsOf(lb.Path).FirstOrDefault() is { } group ? TargetGroup(lb, group, cdk) : null;
            foreach (Listener listener in lb.Listeners)
            {
                cdk.Make("Listener" + listener.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), V2 + "ApplicationListener", new Props(V2 + "ApplicationListenerProps")
                {
                    { "LoadBalancer", balancer },
                    { "Port", listener.Port },
                    { "Protocol", Cdk.Static(V2 + "ApplicationProtocol.HTTP") },
                    { "Open", false },
                    { "DefaultAction", Action(listener, target) },
                });
            }
        }

        protected override CdkValue? Value(ApplicationLoadBalancer lb, Value value, CdkScope cdk)
        {
            string balancer = cdk.Member(lb.Path, "LoadBalancer");
            return value switch
            {
                ArchDsl.Value.DnsName => CdkValue.Code(balancer + ".LoadBalancerDnsName"),
                ArchDsl.Value.Arn => CdkValue.Code(balancer + ".LoadBalancerArn"),
                ArchDsl.Value.Url => CdkValue.Code($"$\"http://{{{balancer}.LoadBalancerDnsName}}{Port(lb)}\""),
                _ => null,
            };
        }

        protected override string Describe(ApplicationLoadBalancer lb) =>
            $"{(lb.InternetFacing ? "internet-facing" : "internal")} load balancer on {string.Join(", ", lb.Listeners.Select(static l => l.Port))}";

        private static string Port(ApplicationLoadBalancer lb) => lb.Listeners.Count == 0 || lb.Listeners[0].Port == 80 ? "" : $":{lb.Listeners[0].Port}";

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
                { "TargetGroupName", group.Name is null ? null : CdkValue.Literal(group.Name) },
                { "Vpc", cdk.Vpc(lb) },
                { "Port", group.Port },
                { "Protocol", Cdk.Static(V2 + "ApplicationProtocol.HTTP") },
                { "TargetType", Cdk.Static(V2 + "TargetType." + (cdk.Topology.Component(group.Target) is Instance ? "INSTANCE" : "IP")) },
                { "Targets", CdkValue.List(Cdk.Type(V2 + "IApplicationLoadBalancerTarget"), [cdk.Target(group.Target, group.Port)]) },
                { "HealthCheck", new Props(V2 + "HealthCheck")
                    {
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
