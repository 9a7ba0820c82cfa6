using ArchDsl;

namespace Case;

// An error, rightly: closed to the one internet, open to the other.
[Vpc(Ipv6 = true)]
[PublicSubnet]
[Rds(Public = true)]
[Ingress("203.0.113.0/24", 5432), Ingress("::/0", 5432)]
public partial class Shop;
