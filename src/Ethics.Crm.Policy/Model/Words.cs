namespace Ethics.Crm.Policy;

/// <summary>GDPR Art. 6(1) lawful bases.</summary>
public enum LawfulBasis
{
    /// <summary><c>consent</c>: nothing without the person's yes.</summary>
    Consent,

    /// <summary><c>contract</c></summary>
    Contract,

    /// <summary><c>legal-obligation</c></summary>
    LegalObligation,

    /// <summary><c>vital-interests</c></summary>
    VitalInterests,

    /// <summary><c>public-task</c>: the person may object.</summary>
    PublicTask,

    /// <summary><c>legitimate-interests</c>: the person may object.</summary>
    LegitimateInterests,
}

/// <summary>What a recipient is to the controller.</summary>
public enum RecipientRole
{
    /// <summary><c>processor</c>: works on instruction.</summary>
    Processor,

    /// <summary><c>controller</c>: decides by itself; the notice names it.</summary>
    Controller,

    /// <summary><c>joint</c>: decides with the controller; the notice names it.</summary>
    Joint,
}

/// <summary>What happens to data whose last purpose has ended, from strict to lenient.</summary>
public enum ErasureAction
{
    /// <summary><c>erase</c></summary>
    Erase,

    /// <summary><c>anonymise</c></summary>
    Anonymise,

    /// <summary><c>retain</c>: a law asks for it.</summary>
    Retain,
}

/// <summary>How a refusal acts at run time, from strict to lenient.</summary>
public enum EnforcementMode
{
    /// <summary><c>enforce</c>: the read throws.</summary>
    Enforce,

    /// <summary><c>redact</c>: the read yields null or a text that stands for the value.</summary>
    Redact,

    /// <summary><c>audit</c>: the read is recorded and, where the contract allows it, passes.</summary>
    Audit,
}
