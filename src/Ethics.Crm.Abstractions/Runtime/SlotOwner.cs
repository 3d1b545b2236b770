namespace Ethics.Crm.Runtime;

/// <summary>What the slots of one host have in common, so that a slot needs a single reference to it. As it stands: the slots of people who are not known.</summary>
internal class SlotOwner(GateHost host)
{
    public GateHost Host => host;
}
