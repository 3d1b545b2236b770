namespace Ethics.Crm.DependencyInjection;

/// <summary>What must be true before an application may start.</summary>
internal interface IStartupCheck
{
    /// <exception cref="InvalidOperationException">It is not; the message says what to do.</exception>
    void Check();
}
