namespace Ethics.Crm.Tests.Logging;

/// <summary>A weak reference that answers by itself, and counts how often.</summary>
internal sealed class OwnReference(object target) : WeakReference(target)
{
    public int Asked { get; private set; }

    public override object? Target
    {
        get
        {
            Asked++;
            return base.Target;
        }

        set => base.Target = value;
    }
}
