namespace Ethics.Crm.DependencyInjection;

/// <summary>What must be true of the policy before an application may run under it.</summary>
internal interface IPolicyCheck
{
    /// <summary>Called once the policy is in force, before anything of the application runs.</summary>
    /// <exception cref="InvalidOperationException">It is not; the message says what to do.</exception>
    void Check();
}
