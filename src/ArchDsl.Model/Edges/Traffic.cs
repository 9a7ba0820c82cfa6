namespace ArchDsl
{
    using ArchDsl.Model;

    /// <summary>The common part of the attributes that open ports of a component's security group.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public abstract class TrafficAttribute : ModifierAttribute
    {
        private protected TrafficAttribute(string? cidr, int fromPort, int toPort)
        {
            Cidr = cidr;
            FromPort = fromPort;
            ToPort = toPort;
        }

        /// <summary>The address range of the other side; null where it is a component.</summary>
        public string? Cidr { get; }

        /// <summary>The first port at the receiving end; -1 for all traffic.</summary>
        public int FromPort { get; }

        /// <summary>The last port; -1 for all traffic.</summary>
        public int ToPort { get; }

        /// <summary>The transport protocol of the ports. Default: TCP; without ports all traffic, unless a protocol is named.</summary>
        public Protocol Protocol { get; set; }

        internal abstract Direction Direction { get; }

        internal override string Identity => $"{Cidr} {FromPort} {ToPort} {Protocol}";
    }

    /// <summary>Admits connections from an address range.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class IngressAttribute : TrafficAttribute
    {
        /// <summary>Admits all traffic from a range.</summary>
        /// <param name="cidr">A range of IPv4 or IPv6 addresses, such as <see cref="ArchDsl.Cidr.Internet"/> or <see cref="ArchDsl.Cidr.InternetIpv6"/>.</param>
        public IngressAttribute(string cidr)
            : base(cidr, -1, -1)
        {
        }

        /// <summary>Admits connections to one port.</summary>
        /// <param name="cidr">A range of IPv4 or IPv6 addresses, such as <see cref="ArchDsl.Cidr.Internet"/> or <see cref="ArchDsl.Cidr.InternetIpv6"/>.</param>
        /// <param name="port">0 to 65535.</param>
        public IngressAttribute(string cidr, int port)
            : base(cidr, port, port)
        {
        }

        /// <summary>Admits connections to a range of ports.</summary>
        /// <param name="cidr">A range of IPv4 or IPv6 addresses, such as <see cref="ArchDsl.Cidr.Internet"/> or <see cref="ArchDsl.Cidr.InternetIpv6"/>.</param>
        /// <param name="fromPort">The first port, 0 to 65535.</param>
        /// <param name="toPort">The last port, 0 to 65535.</param>
        public IngressAttribute(string cidr, int fromPort, int toPort)
            : base(cidr, fromPort, toPort)
        {
        }

        internal override Direction Direction => Direction.Ingress;
    }

    /// <summary>Admits connections from another component, or from other instances of the same one.</summary>
    /// <typeparam name="T">The component that connects.</typeparam>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class IngressAttribute<T> : TrafficAttribute
    {
        /// <summary>Admits all traffic from the component.</summary>
        public IngressAttribute()
            : base(null, -1, -1)
        {
        }

        /// <summary>Admits connections to one port.</summary>
        /// <param name="port">0 to 65535.</param>
        public IngressAttribute(int port)
            : base(null, port, port)
        {
        }

        /// <summary>Admits connections to a range of ports.</summary>
        /// <param name="fromPort">The first port, 0 to 65535.</param>
        /// <param name="toPort">The last port, 0 to 65535.</param>
        public IngressAttribute(int fromPort, int toPort)
            : base(null, fromPort, toPort)
        {
        }

        internal override Direction Direction => Direction.Ingress;
    }

    /// <summary>
    /// Lets the component connect to an address range. What its edges and its platform need, such as port 443 for the image and the logs of
    /// a Fargate task, is let out besides.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class EgressAttribute : TrafficAttribute
    {
        /// <summary>Lets all traffic out to a range.</summary>
        /// <param name="cidr">A range of IPv4 or IPv6 addresses, such as <see cref="ArchDsl.Cidr.Internet"/> or <see cref="ArchDsl.Cidr.InternetIpv6"/>.</param>
        public EgressAttribute(string cidr)
            : base(cidr, -1, -1)
        {
        }

        /// <summary>Lets connections out to one port.</summary>
        /// <param name="cidr">A range of IPv4 or IPv6 addresses, such as <see cref="ArchDsl.Cidr.Internet"/> or <see cref="ArchDsl.Cidr.InternetIpv6"/>.</param>
        /// <param name="port">0 to 65535.</param>
        public EgressAttribute(string cidr, int port)
            : base(cidr, port, port)
        {
        }

        /// <summary>Lets connections out to a range of ports.</summary>
        /// <param name="cidr">A range of IPv4 or IPv6 addresses, such as <see cref="ArchDsl.Cidr.Internet"/> or <see cref="ArchDsl.Cidr.InternetIpv6"/>.</param>
        /// <param name="fromPort">The first port, 0 to 65535.</param>
        /// <param name="toPort">The last port, 0 to 65535.</param>
        public EgressAttribute(string cidr, int fromPort, int toPort)
            : base(cidr, fromPort, toPort)
        {
        }

        internal override Direction Direction => Direction.Egress;
    }

    /// <summary>Lets the component connect to another one.</summary>
    /// <typeparam name="T">The component that is connected to.</typeparam>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class EgressAttribute<T> : TrafficAttribute
    {
        /// <summary>Lets all traffic out to the component.</summary>
        public EgressAttribute()
            : base(null, -1, -1)
        {
        }

        /// <summary>Lets connections out to one port.</summary>
        /// <param name="port">0 to 65535.</param>
        public EgressAttribute(int port)
            : base(null, port, port)
        {
        }

        /// <summary>Lets connections out to a range of ports.</summary>
        /// <param name="fromPort">The first port, 0 to 65535.</param>
        /// <param name="toPort">The last port, 0 to 65535.</param>
        public EgressAttribute(int fromPort, int toPort)
            : base(null, fromPort, toPort)
        {
        }

        internal override Direction Direction => Direction.Egress;
    }

    /// <summary>A transport protocol.</summary>
    public enum Protocol
    {
        /// <summary>TCP.</summary>
        Tcp,

        /// <summary>UDP.</summary>
        Udp,

        /// <summary>Every protocol.</summary>
        All,
    }
}

namespace ArchDsl.Model
{
    /// <summary>Lowers <c>[Ingress]</c> and <c>[Egress]</c>. Where the other side is a component, its group gets the matching rule.</summary>
    internal sealed class Traffic : EdgeKind<TrafficAttribute>
    {
        protected override void Lower(Component source, Node node, Written<TrafficAttribute> written, LoweringContext context)
        {
            TrafficAttribute traffic = written.Attribute;
            bool hasPorts = written.Declaration.FirstOf("Port", "FromPort", "ToPort") is not null;
            if (hasPorts && (traffic.FromPort is < 0 or > 65535 || traffic.ToPort is < 0 or > 65535 || traffic.FromPort > traffic.ToPort))
            {
                context.Report<RefusedValue>(written.At("Port", "FromPort"), traffic.FromPort == traffic.ToPort ? $"{traffic.FromPort}" : $"{traffic.FromPort} to {traffic.ToPort}", "a port lies between 0 and 65535, and the first is not above the last");
                return;
            }

            if (hasPorts && traffic.Protocol == Protocol.All)
            {
                context.Report<RefusedValue>(written.At(nameof(traffic.Protocol)), nameof(Protocol.All), "a port belongs to TCP or UDP; name one of them, or no port");
                return;
            }

            PortRange ports = hasPorts ? new PortRange(traffic.Protocol, traffic.FromPort, traffic.ToPort)
                : written.Declaration.Has(nameof(traffic.Protocol)) && traffic.Protocol != Protocol.All ? new PortRange(traffic.Protocol, 0, 65535)
                : PortRange.All;
            string why = traffic.Direction.ToString();
            if (traffic.Cidr is not null)
            {
                LowerRange(source, written, ports, why, context);
            }
            else if (context.Target(written) is { } other)
            {
                (Component from, Component to) = traffic.Direction == Direction.Ingress ? (other, source) : (source, other);
                if (context.Allow(from, to, ports, written.Origin, why))
                {
                    context.Edges.Add(new Edge(from.Path, to.Path, ports, written.Origin));
                }
            }
        }

        private static void LowerRange(Component source, Written<TrafficAttribute> written, PortRange ports, string why, LoweringContext context)
        {
            if (CidrBlock.Parse(written.Attribute.Cidr) is not { } cidr)
            {
                context.Report<InvalidCidr>(written.At("Cidr"), written.Attribute.Cidr!, "a rule's", InvalidCidr.Either);
                return;
            }

            if (cidr.IsIpv6 && !source.HasIpv6Address)
            {
                context.Report<CannotWork>(written.At("Cidr"), context.NameOf(source.Path), source.Placement is { Ipv6: true }
                    ? $"{cidr} is a range of IPv6, and this {source.KindName} has IPv4 addresses alone; write an IPv4 range"
                    : $"{cidr} is a range of IPv6, and its VPC has IPv4 addresses alone; write [Vpc(Ipv6 = true)], or an IPv4 range");
                return;
            }

            Direction direction = written.Attribute.Direction;
            context.AddRule(source.Path, direction, Peer.Of(cidr), ports, written.Origin, $"{why} {(direction == Direction.Ingress ? "from" : "to")} {cidr}");
            if (direction == Direction.Ingress && cidr.IsInternet)
            {
                context.Edges.Add(new Edge(null, source.Path, ports, written.Origin));
            }
        }
    }
}
