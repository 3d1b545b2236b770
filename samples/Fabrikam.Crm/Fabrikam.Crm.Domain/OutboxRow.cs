namespace Fabrikam.Crm.Domain;

/// <summary>A welcome mail that is still to be sent. What is stored carries the label and the person of the address along.</summary>
public sealed class OutboxRow
{
    public int Id { get; init; }

    public required byte[] Mail { get; init; }
}
