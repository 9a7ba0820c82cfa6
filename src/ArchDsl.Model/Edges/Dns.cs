namespace ArchDsl
{
    /// <summary>Gives a load balancer a name in the nearest <see cref="HostedZoneAttribute"/> of its domain: an alias that follows the health of its targets.</summary>
    /// <param name="name">The full name, for example <c>api.example.com</c>.</param>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class DnsAttribute(string name) : ModifierAttribute
    {
        /// <summary>The full name.</summary>
        public string Name { get; } = name;

        internal override string Identity => Name;
    }
}

namespace ArchDsl.Model
{
    /// <summary>Lowers <c>[Dns]</c>.</summary>
    internal sealed class Dns : EdgeKind<DnsAttribute>
    {
        protected override void Lower(Component source, Node node, Written<DnsAttribute> written, LoweringContext context)
        {
            if (context.HostedZone(node, written.Attribute.Name) is { } zone)
            {
                context.DnsRecords.Add(new DnsRecord(source.Path, zone, written.Attribute.Name, written.Origin));
            }
            else
            {
                context.Report<RefusedValue>(written.At("Name"), written.Attribute.Name, "no [HostedZone] around this class has the domain");
            }
        }
    }
}
