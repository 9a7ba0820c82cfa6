using ArchDsl;

namespace Case;

// An error, rightly: both halves of the internet get in.
[Vpc]
[PublicSubnet]
[Rds(Public = true)]
[Ingress("0.0.0.0/1", 5000, 6000), Ingress("128.0.0.0/1", Protocol = Protocol.Tcp)]
public partial class Shop;
