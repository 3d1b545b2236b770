// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: A visitor is dispatched twice, by the node and by itself; analytics' visitor takes the street out of the node.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.Visitor;

public interface IVisitor
{
    void Visit(AmountNode node);

    void Visit(PlaceNode node);
}

public abstract class Node
{
    public abstract void Accept(IVisitor visitor);
}

public sealed class AmountNode(int amount) : Node
{
    public int Amount => amount;

    public override void Accept(IVisitor visitor) => visitor.Visit(this);
}

public sealed class PlaceNode(string place) : Node
{
    public readonly string Place = place;

    public override void Accept(IVisitor visitor) => visitor.Visit(this);
}

[ForPurpose("billing")]
public static class InvoiceTree
{
    public static Node[] Of(Customer customer) => [new AmountNode(12), new PlaceNode(customer.Street)];
}

[ForPurpose("analytics")]
public sealed class Heatmap : IVisitor
{
    public void Visit(AmountNode node) => Use.Analytics(node.Amount);

    public void Visit(PlaceNode node) => Use.Analytics(node.Place); //! ECRM2002
}

public static class Case
{
    public static void Run() => Array.ForEach(InvoiceTree.Of(Customers.Ada()), static node => node.Accept(new Heatmap()));
}
